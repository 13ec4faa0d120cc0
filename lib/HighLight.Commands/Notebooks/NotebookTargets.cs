using System.Collections.Immutable;
using HighLight.Commands.Files;

namespace HighLight.Commands.Notebooks;

/// <summary>Where the results of a batch go. All folders are absolute.</summary>
internal sealed record NotebookTargets
{
    /// <summary>Whether each executed notebook replaces its input.</summary>
    public bool InPlace { get; init; }

    /// <summary>The folder that receives the executed notebooks, each under its own file name; null for none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>The folder that receives a page for each notebook; null for none.</summary>
    public string? HtmlFolder { get; init; }

    /// <summary>How the notebooks are run.</summary>
    public RunSettings Settings { get; init; } = RunSettings.Default;

    /// <summary>Draws up the jobs of a batch; no two of them write to the same file and none to another's input.</summary>
    /// <param name="notebooks">Absolute paths, each once.</param>
    /// <param name="currentDirectory">What relative names in messages start from.</param>
    /// <param name="problems">Receives a line, with the fix, for each thing that is no good.</param>
    public ImmutableArray<NotebookJob> Plan(ImmutableArray<string> notebooks, string currentDirectory, ICollection<string> problems)
    {
        if (InPlace && OutputFolder is not null)
        {
            problems.Add("--in-place and --output exclude each other: the first overwrites the notebooks, the second leaves them as they are. Give one of them.");
        }

        if (InPlace)
        {
            CheckInPlace(notebooks, currentDirectory, problems);
        }

        CheckFolder("--output", OutputFolder, problems);
        CheckFolder("--html", HtmlFolder, problems);
        var names = notebooks.GroupBy(Path.GetFileName, PathComparison.Comparer).ToDictionary(group => group.Key!, group => group.Count(), PathComparison.Comparer);
        ImmutableArray<NotebookJob> jobs =
        [
            .. notebooks.Select(notebook => new NotebookJob(
                notebook,
                names[Path.GetFileName(notebook)] == 1 ? Path.GetFileName(notebook) : Path.GetRelativePath(currentDirectory, notebook))
            {
                Output = InPlace ? notebook : OutputFolder is null ? null : Path.Combine(OutputFolder, NotebookFile.OutputName(notebook)),
                Html = HtmlFolder is null ? null : Path.Combine(HtmlFolder, Path.ChangeExtension(Path.GetFileName(notebook), ".html")),
                Settings = Settings,
            }),
        ];
        CheckCollisions(jobs, job => job.Output, problems);
        CheckCollisions(jobs, job => job.Html, problems);
        if (!InPlace)
        {
            CheckInputs(jobs, problems);
        }

        return jobs;
    }

    private static void CheckInPlace(ImmutableArray<string> notebooks, string currentDirectory, ICollection<string> problems)
    {
        foreach (var script in notebooks.Where(NotebookFile.IsScript))
        {
            var name = Path.GetRelativePath(currentDirectory, script);
            problems.Add(
                $"'{name}' cannot be executed in place: a {NotebookFile.ScriptExtension} file holds no outputs. "
                + $"Give --output DIR, which writes {NotebookFile.OutputName(script)}, or convert it first: highlight convert.");
        }
    }

    private static void CheckFolder(string option, string? folder, ICollection<string> problems)
    {
        if (folder is not null && File.Exists(folder))
        {
            problems.Add($"{option} must name a folder, but {folder} is a file.");
        }
    }

    private static void CheckCollisions(ImmutableArray<NotebookJob> jobs, Func<NotebookJob, string?> target, ICollection<string> problems)
    {
        foreach (var group in jobs.Where(job => target(job) is not null).GroupBy(job => target(job)!, PathComparison.Comparer).Where(group => group.Count() > 1))
        {
            problems.Add($"{string.Join(" and ", group.Select(job => $"'{job.Name}'"))} would both be written to {group.Key}. Run them one at a time, or rename one.");
        }
    }

    private static void CheckInputs(ImmutableArray<NotebookJob> jobs, ICollection<string> problems)
    {
        var inputs = jobs.Select(job => job.Notebook).ToHashSet(PathComparison.Comparer);
        foreach (var job in jobs.Where(job => job.Output is not null && inputs.Contains(job.Output)))
        {
            problems.Add($"--output would overwrite the notebook {job.Output}. Give another folder, or --in-place if that is what you want.");
        }
    }
}
