using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;

namespace HighLight.Commands;

/// <summary><c>highlight run</c>: executes notebooks, each in a process of its own.</summary>
internal sealed class RunCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = "An .ipynb file, a folder (the notebooks directly inside it) or a pattern such as 'work/**/*.ipynb'.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _inPlace = new("--in-place") { Description = "Write each executed notebook over its input, also one with a failing cell. Not together with --output." };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the executed notebooks into this folder, made if need be, each under its own name.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _allowErrors = new("--allow-errors")
    {
        Description = "Go on with the next cell after one that fails, and do not count it as a failure.",
    };

    private readonly Option<string?> _jobs = ParallelJobs.CreateOption();

    private readonly Option<string?> _html = new("--html")
    {
        Description = "Write a self-contained page of each executed notebook into this folder, made if need be.",
        HelpName = "DIR",
    };

    /// <summary>Creates the command.</summary>
    public RunCommand(CommandContext context)
        : base("run", "Executes notebooks in batch. Without --in-place or --output nothing is written: the run is a check.")
    {
        _context = context;
        Arguments.Add(_notebooks);
        Options.Add(_inPlace);
        Options.Add(_output);
        Options.Add(_allowErrors);
        Options.Add(_jobs);
        Options.Add(_html);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight run notebooks", "Check that every notebook of the folder still runs."),
        ("highlight run notebooks/02-*.ipynb --in-place", "Refresh the outputs of one notebook."),
        ("highlight run analysis.ipynb --output out --html out", "Keep the notebook as it is; write the executed copy and a page to out/."),
    ];

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var started = _context.Time.GetTimestamp();
        var problems = new List<string>();
        var maximumParallel = ParallelJobs.Read(parsed.GetValue(_jobs), problems);
        var notebooks = NotebookArguments.Resolve(parsed.GetValue(_notebooks) ?? [], _context.CurrentDirectory, problems);
        var targets = new NotebookTargets
        {
            InPlace = parsed.GetValue(_inPlace),
            OutputFolder = Folder("--output", parsed.GetValue(_output), problems),
            HtmlFolder = Folder("--html", parsed.GetValue(_html), problems),
            AllowErrors = parsed.GetValue(_allowErrors),
        };
        var jobs = targets.Plan(notebooks, _context.CurrentDirectory, problems);
        if (_context.Host.Missing() is { } missing)
        {
            problems.Add(missing);
        }

        if (problems.Count == 0)
        {
            problems.AddRange(TargetFolders.Prepare(jobs));
        }

        if (problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        var results = await NotebookRunner.RunAsync(_context, jobs, maximumParallel);
        BatchReport.Write(results, _context.Time.GetElapsedTime(started), _context.Output, _context.Error);
        return BatchReport.ExitCodeOf(results);
    }

    private string? Folder(string option, string? value, List<string> problems)
    {
        if (value is "")
        {
            problems.Add($"{option} must name a folder, but is empty.");
            return null;
        }

        return value is null ? null : Path.GetFullPath(value, _context.CurrentDirectory);
    }
}
