using System.Numerics;

namespace HighLight.Pruning;

/// <summary>Stable selection of the largest keys, in linear expected and O(n log n) worst time, without allocation.</summary>
internal static class TopSelection
{
    private const int Small = 16;

    /// <summary>
    /// Where to cut so that exactly <paramref name="keep"/> keys stay: those above the threshold, and of those equal to it the first
    /// <c>Ties</c>. Keys are finite; <paramref name="scratch"/> is at least as long.
    /// </summary>
    public static (T Threshold, int Ties) Cut<T>(ReadOnlySpan<T> keys, int keep, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (keep >= keys.Length)
        {
            return (T.NegativeInfinity, 0);
        }

        if (keep == 0)
        {
            return (T.PositiveInfinity, 0);
        }

        var threshold = keys.Length <= Small ? InsertLargest(keys, keep, scratch) : Select(keys, keys.Length - keep, scratch);
        var above = 0;
        foreach (var key in keys)
        {
            above += key > threshold ? 1 : 0;
        }

        return (threshold, keep - above);
    }

    /// <summary>Which keys stay: the <paramref name="keep"/> largest, ties decided for the lowest index.</summary>
    public static bool[] Keep(ReadOnlySpan<double> keys, int keep)
    {
        var (threshold, ties) = Cut(keys, keep, new double[keys.Length]);
        var kept = new bool[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            kept[i] = keys[i] > threshold || (keys[i] == threshold && ties-- > 0);
        }

        return kept;
    }

    /// <summary>
    /// The least of the <paramref name="keep"/> largest keys, by insertion: blocks of a pattern are short and there are many.
    /// </summary>
    private static T InsertLargest<T>(ReadOnlySpan<T> keys, int keep, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
    {
        var largest = scratch[..keep];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            if (i >= keep && key <= largest[keep - 1])
            {
                continue;
            }

            var at = Math.Min(i, keep - 1);
            for (; at > 0 && largest[at - 1] < key; at--)
            {
                largest[at] = largest[at - 1];
            }

            largest[at] = key;
        }

        return largest[keep - 1];
    }

    /// <summary>The key at <paramref name="index"/> in ascending order.</summary>
    private static T Select<T>(ReadOnlySpan<T> source, int index, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
    {
        var keys = scratch[..source.Length];
        source.CopyTo(keys);

        // Quickselect; the budget turns an unlucky sequence of pivots into a sort.
        for (var budget = 2 * BitOperations.Log2((uint)keys.Length); keys.Length > Small && budget > 0; budget--)
        {
            var (below, notAbove) = Partition(keys, MedianOfThree(keys[0], keys[keys.Length / 2], keys[^1]));
            if (index < below)
            {
                keys = keys[..below];
            }
            else if (index < notAbove)
            {
                return keys[below];
            }
            else
            {
                keys = keys[notAbove..];
                index -= notAbove;
            }
        }

        keys.Sort();
        return keys[index];
    }

    private static (int Below, int NotAbove) Partition<T>(Span<T> keys, T pivot)
        where T : struct, IFloatingPointIeee754<T>
    {
        int below = 0, above = keys.Length;
        for (var i = 0; i < above;)
        {
            if (keys[i] < pivot)
            {
                (keys[i], keys[below]) = (keys[below], keys[i]);
                below++;
                i++;
            }
            else if (keys[i] > pivot)
            {
                above--;
                (keys[i], keys[above]) = (keys[above], keys[i]);
            }
            else
            {
                i++;
            }
        }

        return (below, above);
    }

    private static T MedianOfThree<T>(T a, T b, T c)
        where T : struct, IFloatingPointIeee754<T> => T.Max(T.Min(a, b), T.Min(T.Max(a, b), c));
}
