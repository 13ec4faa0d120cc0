using System.Collections.Immutable;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HighLight.Commands.Progress;

/// <summary>Progress as a table that is repainted in place, for a person at a terminal.</summary>
/// <param name="console">The terminal.</param>
/// <param name="jobs">The batch.</param>
/// <param name="time">Measures how long they run.</param>
internal sealed class LiveDisplay(IAnsiConsole console, ImmutableArray<NotebookJob> jobs, TimeProvider time) : IBatchDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Lines that the table needs besides its rows: borders, heading, remainder, the cursor's.</summary>
    private const int OtherLines = 6;

    private readonly BatchProgress _progress = new(jobs, time);

    /// <inheritdoc/>
    public void Started(int index) => _progress.Start(index);

    /// <inheritdoc/>
    public void Reported(int index, HostEvent hostEvent) => _progress.Apply(index, hostEvent);

    /// <inheritdoc/>
    public void Finished(int index, NotebookResult result) => _progress.Finish(index, result);

    /// <inheritdoc/>
    public Task ShowAsync(Task work) => console.Live(Render()).StartAsync(async context =>
    {
        while (await Task.WhenAny(work, Task.Delay(Interval, time)) != work)
        {
            context.UpdateTarget(Render());
        }

        context.UpdateTarget(Render());
    });

    /// <summary>The table as it stands now.</summary>
    internal IRenderable Render()
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("notebook").AddColumn("status")
            .AddColumn("cells", column => column.RightAligned()).AddColumn("elapsed", column => column.RightAligned());
        var notebooks = VisibleNotebooks.Of(_progress.Snapshot(), Math.Max(1, console.Profile.Height - OtherLines));
        foreach (var notebook in notebooks.Shown)
        {
            var elapsed = notebook.StartedAt is null ? "" : ElapsedTime.Format(_progress.Elapsed(notebook));
            table.AddRow(
                new Text(TerminalText.Clean(notebook.Name)),
                new Text(notebook.Status, StyleOf(notebook)),
                new Text(notebook.StartedAt is null ? "" : notebook.CellCount),
                new Text(elapsed));
        }

        return notebooks.Hidden.IsEmpty ? table : new Rows(table, new Text(notebooks.Remainder));
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
