namespace HighLight.Technology;

/// <summary>Small register files: log-log interpolation in the number of words between rows of one width, linear in width.</summary>
internal static class WordsInterpolation
{
    public static SourcedValue? Scale(TechnologyRow[] anchors, ComponentKey key, out string reason)
    {
        var words = Words(key);
        foreach (var width in anchors.GroupBy(r => r.Key.WidthBits).OrderBy(g => Math.Abs(Math.Log2((double)g.Key / key.WidthBits))).ThenByDescending(g => g.Key))
        {
            var below = width.Where(r => Words(r.Key) <= words).MaxBy(r => Words(r.Key));
            var above = width.Where(r => Words(r.Key) >= words).MinBy(r => Words(r.Key));
            if (below is null || above is null || (below != above && (below.Value <= 0 || above.Value <= 0)))
            {
                continue;
            }

            var part = below == above ? 0 : Math.Log(words / Words(below.Key)) / Math.Log(Words(above.Key) / Words(below.Key));
            var value = below.Value * Math.Pow(above.Value / below.Value, part);
            var tag = (Provenance)Math.Max((int)Scaling.TagOf(below), (int)Scaling.TagOf(above));
            reason = "";
            return new(value * key.WidthBits / width.Key, tag, Invariant($"{words:0.##} words between {Words(below.Key)} and {Words(above.Key)} of {width.Key} bits ({below.Value}..{above.Value} {below.Unit}) × {key.WidthBits}/{width.Key} bits; {below.Source}"));
        }

        reason = "Register files are interpolated between rows of more and of fewer words; outside nothing is extrapolated.";
        return null;
    }

    private static double Words(ComponentKey key) => key.SizeBytes * 8.0 / key.WidthBits;
}
