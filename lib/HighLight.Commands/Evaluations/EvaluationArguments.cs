using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Evaluation;
using HighLight.Hardware.Designs;
using HighLight.Technology;

namespace HighLight.Commands.Evaluations;

/// <summary>The options of <c>highlight evaluate</c> that say what is evaluated.</summary>
internal sealed class EvaluationArguments
{
    private readonly TextOption _design = new TextOption(
        "--design", "NAME[,NAME…]",
        () => $"What evaluates: {string.Join(", ", DesignArgument.Names)}; several with commas, or {DesignArgument.All}.")
        .Offering(() => DesignArgument.Offered);

    private readonly TextOption _gemm = new("--gemm", "MxKxN", "The product: A is M×K, B is K×N.");

    private readonly TextOption _a = new TextOption(
        "--a", "SPARSITY",
        "Operand A, the weights: dense, a density of unstructured zeros such as 0.25, or a pattern such as \"C1(4:8)->C0(2:4)\".")
        .Offering(() => OperandArgument.Offered);

    private readonly TextOption _b = new TextOption("--b", "SPARSITY", "Operand B, the activations, in the same way.")
        .Offering(() => OperandArgument.Offered);

    private readonly TextOption _technology = new TextOption(
        "--technology", "NAME|FILE.csv",
        () => $"Energies and areas: {string.Join(", ", TechnologyArgument.Names)}, or a table of your own "
            + $"[default: {TechnologyTable.Default.Name}, or the preset's].")
        .Offering(() => TechnologyArgument.Names);

    private readonly TextOption _preset = new TextOption(
        "--preset", "NAME",
        () => $"Resources of published results: {string.Join(", ", Preset.All.Select(preset => preset.Name))} [default: none].")
        .Offering(() => Preset.All.Select(preset => preset.Name));

    private readonly TextOption _mapping = new(
        "--mapping", "TEXT",
        "The mapping, as a result prints it: \"M128 K1024 N128, N outer\" [default: the best that the mapper finds].");

    private readonly TextOption _constraints = new(
        "--constraints", "TEXT", ConstraintsArgument.Help);

    private readonly TextOption _objective = new(
        "--objective", string.Join('|', ObjectiveArgument.Names), "What the mapper minimises [default: edp].");
    private readonly Option<bool> _noSwap = new("--no-swap")
    {
        Description = "Never exchange the operands (Zᵀ = Bᵀ·Aᵀ), even where a design gains by it.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _design, _gemm, _a, _b, _technology, _preset, _mapping, _constraints, _objective, _noSwap })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads them all; null when any is wrong and <paramref name="problems"/> says which and why.</summary>
    public EvaluationPlan? Read(ParseResult parsed, string currentDirectory, ICollection<string> problems)
    {
        var before = problems.Count;
        var designText = _design.ReadRequired(parsed, "highlight", problems);
        var gemmText = _gemm.ReadRequired(parsed, "1024x1024x1024", problems);
        var aText = _a.ReadRequired(parsed, "\"C1(4:8)->C0(2:4)\"", problems);
        var bText = _b.ReadRequired(parsed, "0.25", problems);

        var designs = designText is null ? [] : DesignArgument.Read(designText, Accelerators.All, problems);
        var everything = designText is not null && DesignArgument.IsAll(designText);
        var gemm = gemmText is null ? null : GemmArgument.Read(gemmText, problems);
        var a = aText is null ? null : OperandArgument.Read(_a.Name, aText, problems);
        var b = bText is null ? null : OperandArgument.Read(_b.Name, bText, problems);
        var technology = _technology.Read(parsed, problems) is { } table
            ? TechnologyArgument.Read(table, currentDirectory, problems)
            : null;
        var preset = _preset.Read(parsed, problems) is { } name ? Preset.Find(name, Preset.All, problems) : null;
        var mapping = _mapping.Read(parsed, problems) is { } tiles ? ReadMapping(tiles, problems) : null;
        var constraints = _constraints.Read(parsed, problems) is { } limits ? ConstraintsArgument.Read(limits, problems) : null;
        if (mapping is not null && constraints is not null)
        {
            problems.Add("--constraints is about the mapper's choice, which --mapping replaces: give one of them.");
        }

        var objective = _objective.Read(parsed, problems) is { } aim ? ObjectiveArgument.Read(aim, problems) : Objective.Edp;
        designs = preset?.ApplyTo(designs, problems) ?? designs;
        return problems.Count > before || gemm is null || a is null || b is null ? null : new EvaluationPlan
        {
            Designs = designs,
            Gemm = gemm.Value,
            A = a,
            B = b,
            Technology = technology ?? preset?.Technology ?? TechnologyTable.Default,
            Preset = preset,
            Mapping = mapping,
            Constraints = constraints ?? preset?.Constraints,
            Everything = everything,
            Objective = objective,
            AllowSwap = !parsed.GetValue(_noSwap),
        };
    }

    /// <summary>A mapping as results print it; null when the text is not one and <paramref name="problems"/> says why.</summary>
    public static Mapping? ReadMapping(string text, ICollection<string> problems)
    {
        try
        {
            return Mapping.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"--mapping: {exception.Message}");
            return null;
        }
    }
}
