using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Batches;
using HighLight.Commands.Context;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Reproduction;

namespace HighLight.Commands;

/// <summary><c>highlight reproduce</c>: the main job, from the libraries' sources to the comparison with the paper.</summary>
internal sealed class ReproduceCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly Option<string?> _jobs = ParallelJobs.CreateOption();
    private readonly Option<bool> _noPack = new("--no-pack") { Description = "Use the packages that nuget/ holds, as they are." };

    private readonly Option<string?> _root = new("--root")
    {
        Description = $"The repository's root folder (the one with {RepositoryRoot.Marker}) [default: the nearest at or above the current folder].",
        HelpName = "DIR",
    };

    /// <summary>Creates the command.</summary>
    public ReproduceCommand(CommandContext context)
        : base(
            "reproduce",
            "Packs the libraries and the tool into nuget/, executes every notebook in place, writes an HTML report"
            + " and prints our values beside the paper's.")
    {
        _context = context;
        Options.Add(_jobs);
        Options.Add(_noPack);
        Options.Add(_root);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight reproduce", "Everything, anywhere inside a copy of the repository."),
        ("dotnet run -c Release --project lib/HighLight.Cli -- reproduce", "The same without installing the tool."),
        ("highlight reproduce --no-pack --jobs 1", "The notebooks alone, one after the other."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "Writes nuget/*.nupkg, notebooks/*.ipynb (outputs only), data/results/*.parquet (by the notebooks) and data/results/report/index.html.",
        .. base.Notes,
    ];

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var started = _context.Time.GetTimestamp();
        var problems = new List<string>();
        var maximumParallel = ParallelJobs.Read(parsed.GetValue(_jobs), problems);
        var root = FindRoot(parsed.GetValue(_root), problems);
        if (_context.Host.Missing() is { } missing)
        {
            problems.Add(missing);
        }

        var projects = root is null ? [] : FindProjects(root, parsed.GetValue(_noPack), problems);
        var jobs = root is null ? [] : PlanJobs(root, problems);
        if (problems.Count == 0)
        {
            problems.AddRange(TargetFolders.Prepare(jobs));
        }

        if (root is null || problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        var reproducer = new Reproducer(_context, root);
        if (!parsed.GetValue(_noPack) && await reproducer.PackAsync(projects) is not ExitCode.Success and var failure)
        {
            return failure;
        }

        return await reproducer.RunAsync(jobs, maximumParallel, started);
    }

    private RepositoryRoot? FindRoot(string? given, List<string> problems)
    {
        // A tool that was built inside a copy of the repository belongs to that copy, wherever it is called from.
        var root = given is null
            ? RepositoryRoot.Above(_context.CurrentDirectory, _context.ToolDirectory)
            : RepositoryRoot.At(Path.GetFullPath(given, _context.CurrentDirectory));
        if (root is null)
        {
            problems.Add(given is null
                ? $"No {RepositoryRoot.Marker} in {_context.CurrentDirectory} or any folder above it. Call this inside a copy of the repository, or give its root with --root DIR."
                : $"--root '{given}' holds no {RepositoryRoot.Marker}. Give the root folder of a copy of the repository.");
        }

        return root;
    }

    private static ImmutableArray<PackableProject> FindProjects(RepositoryRoot root, bool mustBePacked, List<string> problems)
    {
        try
        {
            var projects = PackableProject.In(root.Libraries);
            if (projects.All(project => project.IsTool))
            {
                problems.Add($"No library in {root.Libraries} is packable, so notebooks would have no package to load."
                    + " Is the copy of the repository complete?");
            }

            if (mustBePacked)
            {
                problems.AddRange(PackageFeed.Missing(root, projects).Select(project =>
                    $"{root.Feed} holds no package {project.PackageId}. Leave out --no-pack once to make it."));
            }

            return projects;
        }
        catch (InvalidDataException exception)
        {
            problems.Add(exception.Message);
            return [];
        }
    }

    private static ImmutableArray<NotebookJob> PlanJobs(RepositoryRoot root, List<string> problems)
    {
        ImmutableArray<string> notebooks = Directory.Exists(root.Notebooks) ? [.. NotebookGlob.Inside(root.Notebooks)] : [];
        if (notebooks.IsEmpty)
        {
            problems.Add(
                $"{root.Notebooks} holds no {NotebookFile.Extension} file, so there is nothing to reproduce. "
                + "Is the copy of the repository complete?");
        }

        // The report shows the charts of the repository's own notebooks.
        var settings = new RunSettings { TrustsPages = true };
        return new NotebookTargets { InPlace = true, HtmlFolder = root.Report, Settings = settings }.Plan(notebooks, root.Folder, problems);
    }
}
