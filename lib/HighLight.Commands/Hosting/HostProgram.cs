using System.Collections.Immutable;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Processes;

namespace HighLight.Commands.Hosting;

/// <summary>How a notebook host is started: a process of its own for each notebook, because nothing a notebook loads can be unloaded.</summary>
/// <param name="Program">Path of the executable.</param>
/// <param name="LeadingArguments">What comes before the host's own arguments.</param>
internal sealed record HostProgram(string Program, ImmutableArray<string> LeadingArguments)
{
    /// <summary>The host that is shipped in the folder <c>host</c> beside the tool, run by <paramref name="dotnet"/>.</summary>
    public static HostProgram Beside(string toolDirectory, string dotnet) =>
        new(dotnet, [Path.Combine(toolDirectory, "host", "HighLight.Notebooks.Host.dll")]);

    /// <summary>The process that runs <paramref name="job"/>.</summary>
    public ChildProcess For(NotebookJob job)
    {
        var arguments = LeadingArguments.ToBuilder();
        arguments.AddRange("run", job.Notebook);
        if (job.Output is not null)
        {
            arguments.AddRange("--output", job.Output);
        }

        if (job.Html is not null)
        {
            arguments.AddRange("--html", job.Html);
        }

        if (job.AllowErrors)
        {
            arguments.Add("--allow-errors");
        }

        return new ChildProcess(Program, arguments.ToImmutable());
    }

    /// <summary>What is missing for the host to be started, and the fix; null when it is all there.</summary>
    public string? Missing() =>
        LeadingArguments is [var assembly, ..] && !File.Exists(assembly)
            ? $"The notebook host is missing: {assembly}. Build the tool again (dotnet build lib/HighLight.Cli), or reinstall it (dotnet tool update HighLight.Cli)."
            : null;
}
