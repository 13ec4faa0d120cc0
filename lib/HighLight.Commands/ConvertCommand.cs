using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;
using HighLight.Commands.Conversion;
using HighLight.Commands.Notebooks;

namespace HighLight.Commands;

/// <summary><c>highlight convert</c>: writes a notebook as a script or a script as a notebook.</summary>
internal sealed class ConvertCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _files = new("file")
    {
        HelpName = "FILE.ipynb|dib",
        Description = "INPUT, or INPUT and OUTPUT; with --output inputs alone. The extensions .ipynb and .dib decide.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly TextOption _output = new(
        "--output", "FILE.ipynb|dib|DIR", "The file to write, or the folder for one file of each input, made if need be.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    /// <summary>Creates the command.</summary>
    public ConvertCommand(CommandContext context)
        : base(
            "convert",
            "Converts notebooks (.ipynb) to scripts (.dib) and back, cell by cell; nothing is executed. A script holds no outputs.")
    {
        _context = context;
        _output.Aliases.Add("-o");
        Arguments.Add(_files);
        Options.Add(_output);
        Options.Add(_force);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight convert lesson.dib", "Write lesson.ipynb beside it."),
        ("highlight convert analysis.ipynb review.dib --force", "Write it as a script, over an older one."),
        ("highlight convert lessons/*.dib --output notebooks", "Convert many into a folder."),
    ];

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var problems = new List<string>();
        var plan = new ConversionPlan(_context.CurrentDirectory, parsed.GetValue(_force));
        var conversions = plan.Draw(parsed.GetValue(_files) ?? [], _output.Read(parsed, problems), problems);
        if (_context.Host.Missing() is { } missing)
        {
            problems.Add(missing);
        }

        if (problems.Count == 0)
        {
            problems.AddRange(TargetFolders.Prepare([], conversions.Select(conversion => conversion.Output)));
        }

        return problems.Count > 0 ? _context.Refuse(Name, problems) : await new NotebookConverter(_context).RunAsync(conversions);
    }
}
