using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Host;

/// <summary>Tells what the run does, and has what it reached written after each cell.</summary>
/// <param name="events">Where it is told.</param>
/// <param name="cells">How many code cells there are.</param>
/// <param name="control">Writes, and ends the run.</param>
/// <param name="watch">Watches the clock, if there is a limit.</param>
/// <param name="log">Reports outputs, if they are asked for.</param>
internal sealed class RunObserver(EventStream events, int cells, RunControl control, RunWatch? watch, LogOutput? log) : IRunObserver
{
    public void CellStarted(int cell)
    {
        control.Protect(() => events.CellStarted(cell, cells));
        control.CellStarted();
        log?.CellStarted(cell);
        watch?.CellStarted();
    }

    public void CellFinished(int cell, CellError? error, TimeSpan elapsed)
    {
        watch?.CellEnded();
        control.CellFinished();
        log?.Send(all: true);
        control.Protect(() =>
        {
            events.CellFinished(cell, ok: error is null, elapsed);
            if (error is not null)
            {
                events.Error(cell, error);
            }
        });
    }

    public void CellSkipped(int cell) => control.Protect(() =>
    {
        events.CellStarted(cell, cells);
        events.CellFinished(cell, ok: true, TimeSpan.Zero, skipped: true);
    });
}
