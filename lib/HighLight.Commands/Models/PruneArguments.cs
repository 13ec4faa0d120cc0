using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Commands.Files;
using HighLight.Commands.Patterns;
using HighLight.Files;
using HighLight.Models.Pruning;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Commands.Models;

/// <summary>The arguments of <c>highlight prune</c>.</summary>
internal sealed class PruneArguments
{
    private readonly Argument<string[]> _model = new("model")
    {
        Description = "The ONNX file. It is read, never changed.",
        HelpName = "MODEL.onnx",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly TextOption _pattern = new TextOption(
        "--pattern", "PATTERN", "An HSS pattern along input channels: \"C1(4:8)->C0(2:4)\", or 2:4.")
        .Offering(() => PatternNames.Patterns);

    private readonly TextOption _output = new("--output", "FILE.onnx", "Where the pruned model is written.");
    private readonly TextOption _hss = new("--hss", "DIR", "Also writes the weights of each layer, compressed, as .hss files.");
    private readonly TextOption _tails = new("--tails", "pad|dense|reject", "Channels that fill no group of the pattern: padded with zeros, left dense, or an error [default: pad].");
    private readonly Option<bool> _allWeights = new("--all-weights") { Description = "Prune the first convolution and the classifier too." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the output file if it is there." };
    private readonly ModelInputOptions _inputs = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_model);
        command.Options.Add(_pattern);
        command.Options.Add(_output);
        _inputs.AddTo(command);
        foreach (var option in new Option[] { _tails, _allWeights, _hss, _force })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The plan; null when <paramref name="problems"/> says what is wrong. No file has been read yet.</summary>
    public PrunePlan? Read(Command command, ParseResult parsed, string currentDirectory, ICollection<string> problems)
    {
        var tokens = parsed.GetValue(_model) ?? [];
        SurplusTokens.Report(command, tokens.Where(SurplusTokens.IsOption), problems);
        var models = tokens.Where(token => !SurplusTokens.IsOption(token)).ToArray();
        if (models.Length != 1)
        {
            problems.Add(models.Length == 0 ? "The model is missing: give the path of an ONNX file." : $"{models.Length} models are given: {string.Join(", ", models)}. Keep one.");
        }

        var pattern = _pattern.ReadRequired(parsed, "\"C1(4:8)->C0(2:4)\"", problems) is { } text ? Pattern(text, problems) : null;
        var output = _output.ReadRequired(parsed, "pruned.onnx", problems);
        var tails = Tails(_tails.Read(parsed, problems), problems);
        var folder = _hss.Read(parsed, problems);
        var inputs = _inputs.Read(parsed, currentDirectory, problems);

        if (models is not [var model] || output is null)
        {
            return null;
        }

        var (source, target) = (Path.GetFullPath(model, currentDirectory), Path.GetFullPath(output, currentDirectory));
        CheckTarget(source, target, output, parsed.GetValue(_force), problems);
        return pattern is null || problems.Count > 0 ? null : new PrunePlan
        {
            Model = source,
            Output = target,
            ModelText = model,
            OutputText = output,
            Pattern = pattern,
            Options = new PruningOptions { Tails = tails, Policy = parsed.GetValue(_allWeights) ? PruningPolicy.AllWeights : PruningPolicy.Default },
            Replace = parsed.GetValue(_force),
            HssFolder = folder is null ? null : Path.GetFullPath(folder, currentDirectory),
            Inputs = inputs,
        };
    }

    private static void CheckTarget(string source, string target, string output, bool force, ICollection<string> problems)
    {
        if (PathComparison.Comparer.Equals(AtomicFile.Target(source), AtomicFile.Target(target)))
        {
            problems.Add($"--output: '{output}' is the model itself, which is never overwritten. Give another file.");
        }
        else if (Directory.Exists(target))
        {
            problems.Add($"--output: '{output}' is a folder. Give a file in it.");
        }
        else if (File.Exists(target) && !force)
        {
            problems.Add($"--output: '{output}' is there already. Give another file, or --force to replace it.");
        }
    }

    private static HssPattern? Pattern(string text, ICollection<string> problems)
    {
        try
        {
            return HssPattern.Parse(text);
        }
        catch (SparsityFormatException exception)
        {
            problems.Add($"--pattern: {exception.Message}");
            return null;
        }
    }

    private static TailPolicy Tails(string? text, ICollection<string> problems)
    {
        var names = Enum.GetNames<TailPolicy>().Select(name => name.ToLowerInvariant()).ToArray();
        var at = text is null ? 0 : Array.IndexOf(names, text.ToLowerInvariant());
        if (at < 0)
        {
            problems.Add($"--tails: there is no policy '{text}'. {NearestName.Advice(text!, names)}");
        }

        return at < 0 ? TailPolicy.Pad : Enum.GetValues<TailPolicy>()[at];
    }
}
