using System.Globalization;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>What a person is told of a notebook that ran for too long.</summary>
internal static class TimeoutNotice
{
    /// <summary>The limit that the host reports.</summary>
    public static string Of(NotebookTimedOut timedOut) => timedOut.OfCell
        ? string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than {timedOut.Seconds} s (--timeout).")
        : string.Create(CultureInfo.InvariantCulture, $"The notebook ran longer than {timedOut.Seconds} s (--notebook-timeout).");

    /// <summary>The host ended without a word about it: it was killed, here or by itself, because it could not stop in time.</summary>
    public static string OfKilled(TimeLimits limits, int? running)
    {
        var limit = (running, limits) switch
        {
            (not null, { Cell: { } cell, Notebook: null }) => Of(new NotebookTimedOut(running, cell.TotalSeconds, OfCell: true)),
            (null, { Notebook: { } notebook }) => Of(new NotebookTimedOut(running, notebook.TotalSeconds, OfCell: false)),
            _ => "A time limit was reached.",
        };
        return limit + " The notebook host could not stop in time and was killed; the last outputs may be lost.";
    }
}
