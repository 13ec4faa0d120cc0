using System.CommandLine;
using System.CommandLine.Completions;
using HighLight.Commands.Arguments;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Models;
using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Networks;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>What stands on the command line of <c>highlight network</c>.</summary>
internal sealed class NetworkArguments
{
    private readonly Argument<string[]> _network = new("network")
    {
        Description = "A built-in network ('highlight networks' lists them) or the path of a model (.onnx) or a layer table (.csv).",
        HelpName = "NAME|LAYERS.csv|MODEL.onnx",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly TextOption _design = new TextOption(
        "--design", "NAME[,NAME…]",
        () => $"What evaluates: {string.Join(", ", DesignArgument.Names)}, {DesignArgument.NameOf(Accelerators.S2taTwoPass)}; several "
            + $"with commas, or {DesignArgument.All} ({DesignArgument.NameOf(Accelerators.S2ta)} in two passes where it refuses a layer).")
        .Offering(() => DesignArgument.Offered);

    private readonly TextOption _a = new TextOption(
        "--a", "SPARSITY",
        "The weights of the layers that are pruned: dense, a density of unstructured zeros such as 0.25, or a pattern such as "
            + "\"C1(4:4)->C0(2:4)\".")
        .Offering(() => OperandArgument.Offered);

    private readonly Option<bool> _pruneFirst = new("--prune-first") { Description = "Also prune the first convolution, or patch embedding." };
    private readonly Option<bool> _pruneClassifier = new("--prune-classifier") { Description = "Also prune the classifier, or output vocabulary." };
    private readonly TextOption _batch = new("--batch", "N", "Images or sequences at once [default: 1]; a layer table's own batch is multiplied.");

    private readonly TextOption _technology = new TextOption(
        "--technology", "NAME|FILE.csv",
        () => $"Energies: {string.Join(", ", TechnologyArgument.Names)}, or a table of your own [default: {TechnologyTable.Default.Name}].")
        .Offering(() => TechnologyArgument.Names);

    private readonly TextOption _objective = new("--objective", string.Join('|', ObjectiveArgument.Names), "What the mapper minimises in each layer [default: edp].");
    private readonly TextOption _constraints = new("--constraints", "TEXT", ConstraintsArgument.NetworkHelp);

    private readonly Option<bool> _noSwap = new("--no-swap") { Description = "Never exchange the operands of a layer, even where a design gains by it." };

    private readonly ModelInputOptions _inputs = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        _network.CompletionSources.Add(_ => Networks.All.Select(network => new CompletionItem(network.Name)));
        command.Arguments.Add(_network);
        foreach (var option in new Option[] { _design, _a, _pruneFirst, _pruneClassifier, _batch, _technology, _objective, _constraints, _noSwap })
        {
            command.Options.Add(option);
        }

        _inputs.AddTo(command);
    }

    /// <summary>Reads them all; null when any is wrong and <paramref name="problems"/> says which and why.</summary>
    public NetworkPlan? Read(Command command, ParseResult parsed, string currentDirectory, ICollection<string> problems)
    {
        var before = problems.Count;
        var name = ReadName(command, parsed, problems);
        var inputs = _inputs.Read(parsed, currentDirectory, problems);
        if (name is not null && !NetworkArgument.IsModel(name) && _inputs.Given(parsed).ToArray() is { Length: > 0 } surplus)
        {
            problems.Add($"{string.Join(", ", surplus)}: only a model (.onnx) is run, but '{name}' is not one. Leave them out.");
        }

        var exists = name is not null && NetworkArgument.Exists(name, currentDirectory, problems);
        var designText = _design.ReadRequired(parsed, "highlight", problems);
        var aText = _a.ReadRequired(parsed, "\"C1(4:4)->C0(2:4)\"", problems);
        var designs = designText is null ? [] : DesignArgument.Read(designText, Accelerators.All, problems);
        var a = aText is null ? null : OperandArgument.Read(_a.Name, aText, problems);
        var batch = _batch.Read(parsed, problems) is { } times ? BatchArgument.Read(times, problems) : 1;
        var technology = _technology.Read(parsed, problems) is { } table ? TechnologyArgument.Read(table, currentDirectory, problems) : TechnologyTable.Default;
        var objective = _objective.Read(parsed, problems) is { } aim ? ObjectiveArgument.Read(aim, problems) : Objective.Edp;

        var constraints = _constraints.Read(parsed, problems) is { } limits ? ConstraintsArgument.Read(limits, problems) : null;

        // A model is run, so all else is checked first.
        var input = exists && (problems.Count == before || !NetworkArgument.IsModel(name!)) ? NetworkArgument.Read(name!, inputs, problems) : null;
        var network = input is null || batch is null ? null : BatchArgument.Apply(input.Network, batch.Value, problems);
        return problems.Count > before || input is null || network is null || a is null || technology is null || batch is null ? null : new NetworkPlan
        {
            Input = input with { Network = network },
            Batch = batch.Value,
            Designs = designs,
            A = a,
            Assignment = AssignmentOf(a),
            Policy = new() { FirstConvolution = parsed.GetValue(_pruneFirst), Classifier = parsed.GetValue(_pruneClassifier) },
            Technology = technology,
            Objective = objective,
            Constraints = constraints,
            Everything = designText is not null && DesignArgument.IsAll(designText),
            AllowSwap = !parsed.GetValue(_noSwap),
        };
    }

    private string? ReadName(Command command, ParseResult parsed, ICollection<string> problems)
    {
        var given = parsed.GetValue(_network) ?? [];
        SurplusTokens.Report(command, given.Where(SurplusTokens.IsOption), problems);
        var names = given.Where(token => !SurplusTokens.IsOption(token)).ToArray();
        if (names is [var name])
        {
            return name;
        }

        problems.Add(names.Length == 0
            ? $"The network is missing: give a name or a file, for example resnet50. Known: {string.Join(", ", Networks.All.Select(network => network.Name))}."
            : $"{names.Length} networks are given ({string.Join(", ", names)}). Keep one; a value that holds spaces or arrows is quoted.");
        return null;
    }

    private static PatternAssignment AssignmentOf(OperandDensity a) => a switch
    {
        HssOperand structured => PatternAssignment.Uniform(structured.Pattern),
        UniformOperand uniform => PatternAssignment.Unstructured(uniform.Nominal),
        _ => PatternAssignment.Dense,
    };
}
