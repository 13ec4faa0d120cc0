using System.Collections.Immutable;
using HighLight.Commands.Hosting;

namespace HighLight.Commands.Progress;

/// <summary>What of a batch is shown where not all of it fits: what runs, what failed, what comes next, then the rest.</summary>
/// <param name="Shown">In the order of the batch.</param>
/// <param name="Hidden">The others.</param>
internal sealed record VisibleNotebooks(ImmutableArray<NotebookProgress> Shown, ImmutableArray<NotebookProgress> Hidden)
{
    /// <summary>Chooses at most <paramref name="rows"/> of <paramref name="all"/>.</summary>
    public static VisibleNotebooks Of(ImmutableArray<NotebookProgress> all, int rows)
    {
        if (all.Length <= rows)
        {
            return new VisibleNotebooks(all, []);
        }

        var shown = all.Index().OrderBy(item => Rank(item.Item)).ThenBy(item => item.Index).Take(rows).Select(item => item.Index).ToHashSet();
        return new VisibleNotebooks(
            [.. all.Where((_, index) => shown.Contains(index))],
            [.. all.Where((_, index) => !shown.Contains(index))]);
    }

    /// <summary>Such as <c>and 12 more: 8 passed, 4 waiting</c>; empty when nothing is hidden.</summary>
    public string Remainder => Hidden.IsEmpty
        ? ""
        : FormattableString.Invariant($"and {Hidden.Length} more: ")
            + string.Join(", ", Hidden.CountBy(notebook => notebook.Status, StringComparer.Ordinal).Select(status => FormattableString.Invariant($"{status.Value} {status.Key}")));

    private static int Rank(NotebookProgress notebook) => notebook switch
    {
        { IsRunning: true } => 0,
        { Outcome: NotebookOutcome.Passed } => 3,
        { Outcome: null } => 2,
        _ => 1,
    };
}
