namespace HighLight.Technology;

/// <summary>
/// How the energy and the area of an SRAM go with its width and capacity: log-log interpolation between runs of CACTI.
/// </summary>
/// <remarks>
/// CACTI optimises each size anew, so that a larger memory sometimes costs a little less than a smaller one; the trend is the running maximum
/// in width and capacity, so it never falls. Words narrower than the narrowest run cost in proportion to
/// their bits at the same number of words, which is how the runs themselves go (1.5 to 2.5 times, mostly 2, from 32 to 64 bits at the same words).
/// </remarks>
internal sealed class SramTrend
{
    private readonly int[] widths;
    private readonly long[] sizes;
    private readonly Dictionary<string, double[,]> grids = new(StringComparer.Ordinal);

    public SramTrend(IEnumerable<TechnologyRow> runs)
    {
        var rows = runs.Where(r => r.Key.SizeBytes > 0 && r.Value > 0).ToArray();
        widths = [.. rows.Select(r => r.Key.WidthBits).Distinct().Order()];
        sizes = [.. rows.Select(r => r.Key.SizeBytes).Distinct().Order()];
        foreach (var action in rows.GroupBy(r => r.Action, StringComparer.Ordinal))
        {
            grids[action.Key] = RunningMaximum(action);
        }
    }

    /// <summary>The trend at a size, or null with the reason when the runs do not enclose it.</summary>
    public double? At(int widthBits, long sizeBytes, string action, out string reason)
    {
        reason = "";
        if (!grids.TryGetValue(action, out var grid))
        {
            reason = Invariant($"The table has no '{Components.Sram}' rows for '{action}' to scale by.");
            return null;
        }

        var narrow = Math.Min(1.0, (double)widthBits / widths[0]);
        var value = Interpolate(grid, widthBits / narrow, sizeBytes / narrow);
        if (double.IsNaN(value))
        {
            reason = Invariant($"CACTI runs cover {widths[0]}..{widths[^1]} bits and {sizes[0]}..{sizes[^1]} bytes with at least {MinimumWords(grid)} words; narrower words count as {widths[0]} bits at the same number of words. Outside nothing is extrapolated.");
            return null;
        }

        return value * narrow;
    }

    private static (int Index, double Part) Locate<T>(T[] axis, double value)
        where T : System.Numerics.INumber<T>
    {
        var index = 0;
        while (index < axis.Length - 2 && double.CreateChecked(axis[index + 1]) <= value)
        {
            index++;
        }

        var low = double.CreateChecked(axis[index]);
        if (value == low)
        {
            return (index, 0);
        }

        var high = double.CreateChecked(axis[Math.Min(index + 1, axis.Length - 1)]);
        var part = Math.Log(value / low) / Math.Log(high / low);
        return part is >= 0 and <= 1 ? (index, part) : (-1, 0);
    }

    private double Interpolate(double[,] grid, double width, double size)
    {
        var (w, partW) = Locate(widths, width);
        var (s, partS) = Locate(sizes, size);
        if (w < 0 || s < 0)
        {
            return double.NaN;
        }

        // A corner of weight 0 may lie outside the runs.
        var sum = 0.0;
        foreach (var (i, weightW) in ((int, double)[])[(w, 1 - partW), (w + 1, partW)])
        {
            foreach (var (j, weightS) in ((int, double)[])[(s, 1 - partS), (s + 1, partS)])
            {
                if (weightW > 0 && weightS > 0)
                {
                    sum += weightW * weightS * Math.Log(grid[i, j]);
                }
            }
        }

        return Math.Exp(sum);
    }

    private long MinimumWords(double[,] grid)
    {
        var words = long.MaxValue;
        for (var w = 0; w < widths.Length; w++)
        {
            for (var s = 0; s < sizes.Length; s++)
            {
                if (!double.IsNaN(grid[w, s]))
                {
                    words = Math.Min(words, sizes[s] * 8 / widths[w]);
                }
            }
        }

        return words;
    }

    /// <summary>The largest run up to each width and size; NaN where there is no run.</summary>
    private double[,] RunningMaximum(IEnumerable<TechnologyRow> runs)
    {
        var known = runs.ToDictionary(r => (r.Key.WidthBits, r.Key.SizeBytes), r => r.Value);
        var most = new double[widths.Length, sizes.Length];
        var grid = new double[widths.Length, sizes.Length];
        for (var w = 0; w < widths.Length; w++)
        {
            for (var s = 0; s < sizes.Length; s++)
            {
                var isRun = known.TryGetValue((widths[w], sizes[s]), out var value);
                most[w, s] = Math.Max(value, Math.Max(w > 0 ? most[w - 1, s] : 0, s > 0 ? most[w, s - 1] : 0));
                grid[w, s] = isRun ? most[w, s] : double.NaN;
            }
        }

        return grid;
    }
}
