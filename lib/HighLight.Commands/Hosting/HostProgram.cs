using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Processes;

namespace HighLight.Commands.Hosting;

/// <summary>How a notebook host is started: a process of its own for each notebook, because nothing a notebook loads can be unloaded.</summary>
/// <param name="Program">Path of the executable.</param>
/// <param name="LeadingArguments">What comes before the host's own arguments.</param>
internal sealed record HostProgram(string Program, ImmutableArray<string> LeadingArguments)
{
    /// <summary>How long a host that is asked to end may take to write what it has reached.</summary>
    public static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(12);

    /// <summary>The host that is shipped in the folder <c>host</c> beside the tool, run by <paramref name="dotnet"/>.</summary>
    public static HostProgram Beside(string toolDirectory, string dotnet) =>
        new(dotnet, [Path.Combine(toolDirectory, "host", "HighLight.Notebooks.Host.dll")]);

    /// <summary>The process that runs <paramref name="job"/>, watched over through its standard input.</summary>
    /// <param name="job">What to run.</param>
    /// <param name="journal">Where it keeps what cells show; null to keep nothing.</param>
    public ChildProcess For(NotebookJob job, string? journal) =>
        new(Program, Arguments("run", job, journal))
        {
            Lifeline = SupervisorLine.Of(job.Settings.Parameters, death: null),
            Grace = WritingTime,
            PassesSignal = true,
        };

    /// <summary>The process that writes what a host which died had reached.</summary>
    /// <param name="job">What the host ran.</param>
    /// <param name="journal">What it left.</param>
    /// <param name="death">Why it died.</param>
    public ChildProcess Recovery(NotebookJob job, string journal, HostDeath death) =>
        new(Program, Arguments("recover", job, journal)) { Lifeline = SupervisorLine.Of(job.Settings.Parameters, death) };

    /// <summary>
    /// The process that writes <paramref name="input"/> in the format that the extension of <paramref name="output"/> tells.
    /// </summary>
    public ChildProcess Conversion(string input, string output) => new(Program, [.. LeadingArguments, "convert", input, output]);

    /// <summary>What is missing for the host to be started, and the fix; null when it is all there.</summary>
    public string? Missing() =>
        LeadingArguments is [var assembly, ..] && !File.Exists(assembly)
            ? $"The notebook host is missing: {assembly}. Build the tool again (dotnet build lib/HighLight.Cli), or reinstall it (dotnet tool update HighLight.Cli)."
            : null;

    /// <summary>What a person is told when the host cannot be started at all.</summary>
    public string CannotBeStarted(Win32Exception exception) =>
        $"The notebook host cannot be started: {Program}: {exception.Message}. Is the .NET SDK installed?";

    private ImmutableArray<string> Arguments(string verb, NotebookJob job, string? journal)
    {
        var settings = job.Settings;
        var arguments = LeadingArguments.ToBuilder();
        arguments.AddRange(verb, job.Notebook);
        AddValue("--output", job.Output);
        AddValue("--html", job.Html);
        AddFlag("--allow-errors", settings.AllowsErrors);
        AddValue("--timeout", Seconds(settings.Limits.Cell));
        AddValue("--notebook-timeout", Seconds(settings.Limits.Notebook));
        AddFlag("--log-output", settings.FollowsOutput);
        AddFlag("--no-input", settings.HidesInput);
        AddFlag("--trust", settings.TrustsPages);
        arguments.Add("--supervised");
        AddValue("--journal", journal);
        return arguments.ToImmutable();

        void AddValue(string option, string? value)
        {
            if (value is not null)
            {
                arguments.AddRange(option, value);
            }
        }

        void AddFlag(string option, bool isSet)
        {
            if (isSet)
            {
                arguments.Add(option);
            }
        }
    }

    private static string? Seconds(TimeSpan? limit) => limit?.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
