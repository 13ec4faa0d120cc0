using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Batches;
using HighLight.Commands.Context;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Parameters;
using HighLight.Commands.Progress;
using HighLight.Commands.Reports;

namespace HighLight.Commands;

/// <summary><c>highlight run</c>: executes notebooks, each in a process of its own.</summary>
internal sealed class RunCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = "An .ipynb or .dib file, a folder (the notebooks directly inside it) or a pattern such as 'work/**/*.ipynb'.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _inPlace = new("--in-place") { Description = "Write each executed notebook over its input, also one with a failing cell. Not together with --output." };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the executed notebooks into this folder, made if need be, each under its own name (x.dib as x.ipynb).",
        HelpName = "DIR",
    };

    private readonly Option<bool> _allowErrors = new("--allow-errors")
    {
        Description = "Go on with the next cell after one that fails, and do not count it as a failure.",
    };

    private readonly Option<string?> _jobs = ParallelJobs.CreateOption();
    private readonly ParameterOptions _parameters = new();
    private readonly TimeLimitOptions _limits = new();
    private readonly ReportOptions _reports = new();
    private readonly PageOptions _pages = new();

    private readonly Option<bool> _logOutput = new("--log-output")
    {
        Description = "Show what the cells print and display while they run, a line at a time.",
    };

    /// <summary>Creates the command.</summary>
    public RunCommand(CommandContext context)
        : base("run", "Executes notebooks in batch. Without --in-place or --output nothing is written: the run is a check.")
    {
        _context = context;
        Arguments.Add(_notebooks);
        Options.Add(_inPlace);
        Options.Add(_output);
        _parameters.AddTo(this);
        Options.Add(_allowErrors);
        _limits.AddTo(this);
        Options.Add(_jobs);
        Options.Add(_logOutput);
        _pages.AddTo(this);
        _reports.AddTo(this);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight run notebooks", "Check that every notebook of the folder still runs."),
        ("highlight run notebooks/02-*.ipynb --in-place", "Refresh the outputs of one notebook."),
        ("highlight run sweep.ipynb -p size=1024 --output out --html out", "Run it with another size; write a copy and a page to out/."),
        ("highlight run notebooks --timeout 60 --junit results.xml", "In CI: a minute for each cell, and a test report."),
    ];

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var (timestamp, started) = (_context.Time.GetTimestamp(), _context.Time.GetUtcNow());
        var problems = new List<string>();
        var maximumParallel = ParallelJobs.Read(parsed.GetValue(_jobs), problems);
        var notebooks = NotebookArguments.Resolve(parsed.GetValue(_notebooks) ?? [], _context.CurrentDirectory, problems);
        var reports = _reports.Read(parsed, _context.CurrentDirectory, problems);
        var jobs = Targets(parsed, followsOutput: !reports.IsEmpty, problems).Plan(notebooks, _context.CurrentDirectory, problems);
        ReportTargets.Check(reports, jobs, _parameters.File(parsed, _context.CurrentDirectory), problems);
        if (_context.Host.Missing() is { } missing)
        {
            problems.Add(missing);
        }

        if (problems.Count == 0)
        {
            problems.AddRange(TargetFolders.Prepare(jobs, reports.Select(report => report.Path)));
        }

        if (problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        var results = await NotebookRunner.RunAsync(_context, jobs, maximumParallel, parsed.GetValue(_logOutput));
        var report = new TestReport(started, _context.Time.GetUtcNow(), SuiteBuilder.Build(results, _context.CurrentDirectory));
        var written = ReportWriter.Write(reports, report, _context.Error);
        BatchReport.Write(results, _context.Time.GetElapsedTime(timestamp), _context.Output, _context.Error);
        var code = BatchReport.ExitCodeOf(results);
        return code == ExitCode.Success && !written ? ExitCode.Failed : code;
    }

    private NotebookTargets Targets(ParseResult parsed, bool followsOutput, List<string> problems)
    {
        var page = _pages.Read(parsed, problems);
        return new NotebookTargets
        {
            InPlace = parsed.GetValue(_inPlace),
            OutputFolder = Folder("--output", parsed.GetValue(_output), problems),
            HtmlFolder = Folder(PageOptions.FolderOption, page.Folder, problems),
            Settings = new RunSettings
            {
                AllowsErrors = parsed.GetValue(_allowErrors),
                Parameters = _parameters.Read(parsed, _context.CurrentDirectory, problems),
                Limits = _limits.Read(parsed, problems),

                // A report shows what a failing cell printed.
                FollowsOutput = followsOutput || parsed.GetValue(_logOutput),
                HidesInput = page.HidesInput,
                TrustsPages = page.Trusts,
            },
        };
    }

    private string? Folder(string option, string? value, List<string> problems)
    {
        if (value is "")
        {
            problems.Add($"{option} must name a folder, but is empty.");
            return null;
        }

        if (value is not null && (NotebookFile.IsNotebook(value) || value is "-" || Path.GetExtension(value) is ".html" or ".htm")
            && !FolderName.IsFolder(value, _context.CurrentDirectory))
        {
            problems.Add($"{option} must name a folder, but '{value}' is the name of a file. {FolderName.Forms}.");
            return null;
        }

        return value is null ? null : Path.GetFullPath(value, _context.CurrentDirectory);
    }
}
