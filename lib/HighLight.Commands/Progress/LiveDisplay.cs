using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HighLight.Commands.Progress;

/// <summary>Progress as a table that is repainted in place, for a person at a terminal; warnings follow below it.</summary>
/// <param name="console">The terminal.</param>
/// <param name="jobs">The batch.</param>
/// <param name="time">Measures how long they run.</param>
internal sealed class LiveDisplay(IAnsiConsole console, ImmutableArray<NotebookJob> jobs, TimeProvider time) : IBatchDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Lines that the table needs besides its rows: borders, heading, remainder, the cursor's.</summary>
    private const int OtherLines = 6;

    private readonly BatchProgress _progress = new(jobs, time);
    private readonly Lock _lock = new();
    private readonly List<string> _warnings = [];

    /// <inheritdoc/>
    public void Started(int index) => _progress.Start(index);

    /// <inheritdoc/>
    public void Reported(int index, HostEvent hostEvent) => _progress.Apply(index, hostEvent);

    /// <inheritdoc/>
    public void Finished(int index, NotebookResult result)
    {
        _progress.Finish(index, result);
        lock (_lock)
        {
            _warnings.AddRange(result.Warnings.Select(warning => NotebookWarning.Describe(result.Job.Name, warning)));
            if (result.WarningCount > result.Warnings.Length)
            {
                var more = (result.WarningCount - result.Warnings.Length).ToString(CultureInfo.InvariantCulture);
                _warnings.Add(NotebookWarning.Describe(result.Job.Name, $"and {more} more"));
            }
        }
    }

    /// <inheritdoc/>
    public async Task ShowAsync(Task work)
    {
        await console.Live(Render()).StartAsync(async context =>
        {
            while (await Task.WhenAny(work, Task.Delay(Interval, time)) != work)
            {
                context.UpdateTarget(Render());
            }

            context.UpdateTarget(Render());
        });
        foreach (var warning in _warnings)
        {
            console.WriteLine(warning);
        }
    }

    /// <summary>The table as it stands now, never wider than the terminal.</summary>
    internal IRenderable Render()
    {
        var notebooks = VisibleNotebooks.Of(_progress.Snapshot(), Math.Max(1, console.Profile.Height - OtherLines));
        var table = new FittedTable(console.Profile.Width, ["notebook", "status", "cells", "elapsed", "warnings"]);
        foreach (var notebook in notebooks.Shown)
        {
            table.Add(
                StyleOf(notebook),
                TerminalText.Clean(notebook.Name),
                notebook.Status,
                notebook.StartedAt is null ? "" : notebook.CellCount,
                notebook.StartedAt is null ? "" : ElapsedTime.Format(_progress.Elapsed(notebook)),
                notebook.Warnings == 0 ? "" : notebook.Warnings.ToString(CultureInfo.InvariantCulture));
        }

        return notebooks.Hidden.IsEmpty ? table.Build() : new Rows(table.Build(), new Text(table.Fit(notebooks.Remainder)));
    }

    private static Style StyleOf(NotebookProgress notebook) => notebook switch
    {
        { IsRunning: true } => new Style(Color.Blue),
        { Outcome: null } => new Style(decoration: Decoration.Dim),
        { Outcome: NotebookOutcome.Passed } => new Style(Color.Green),
        { Outcome: NotebookOutcome.Cancelled } => new Style(Color.Yellow),
        _ => new Style(Color.Red),
    };
}
