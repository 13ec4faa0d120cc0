using System.Collections.Immutable;

namespace HighLight.Technology;

/// <summary>The rules that give a value for sizes a table has no row for.</summary>
internal sealed class Scaling
{
    private readonly ILookup<(string Component, string Action), TechnologyRow> rows;
    private readonly SramTrend trend;

    public Scaling(ImmutableArray<TechnologyRow> rows)
    {
        this.rows = rows.ToLookup(r => (r.Key.Component, r.Action));
        trend = new SramTrend(rows.Where(r => Is(r.Key.Component, Components.Sram)));
    }

    /// <summary>The scaled value, or null with the reason why there is none.</summary>
    public SourcedValue? Scale(ComponentKey key, string action, out string reason)
    {
        var anchors = rows[(key.Component, action)].ToArray();
        reason = "";
        if (anchors.Length == 0)
        {
            return null;
        }

        switch (key.Component)
        {
            case Components.OperandRegister or Components.Dram:
                return LinearInWidth(anchors, key, ref reason);
            case Components.SmallRegisterFile:
                return WordsInterpolation.Scale(anchors, key, out reason);
            case Components.Sram or Components.GlobalBuffer or Components.MetadataBuffer or Components.RegisterFile or Components.AccumulationBuffer
                when action is Actions.Read or Actions.Write or Actions.Area:
                return AlongTrend(anchors, key, action, out reason);
            default:
                reason = "This component is not scaled: the table must hold its row.";
                return null;
        }
    }

    /// <summary>Tag of a value scaled from a row: what was recalled or assumed stays so.</summary>
    internal static Provenance TagOf(TechnologyRow anchor) => anchor.Tag < Provenance.Derived ? Provenance.Derived : anchor.Tag;

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static SourcedValue? LinearInWidth(TechnologyRow[] anchors, ComponentKey key, ref string reason)
    {
        var anchor = anchors.Where(r => r.Key.SizeBytes == key.SizeBytes).MinBy(r => Distance(r.Key, key));
        if (anchor is null)
        {
            reason = "Only the width scales, linearly; the size must be that of a row.";
            return null;
        }

        var factor = (double)key.WidthBits / anchor.Key.WidthBits;
        return new(anchor.Value * factor, TagOf(anchor), Invariant($"{anchor.Value} {anchor.Unit} of {anchor.Key} × {key.WidthBits}/{anchor.Key.WidthBits} bits; {anchor.Source}"));
    }

    private static double Distance(ComponentKey a, ComponentKey b) =>
        Math.Abs(Math.Log2((double)a.WidthBits / b.WidthBits)) + (a.SizeBytes == b.SizeBytes ? 0 : Math.Abs(Math.Log2((double)a.SizeBytes / b.SizeBytes)));

    private SourcedValue? AlongTrend(TechnologyRow[] anchors, ComponentKey key, string action, out string reason)
    {
        if (trend.At(key.WidthBits, key.SizeBytes, action, out reason) is not { } there)
        {
            return null;
        }

        if (Is(key.Component, Components.Sram))
        {
            return new(there, Provenance.Derived, Invariant($"interpolated in the CACTI trend; {anchors[0].Source}"));
        }

        foreach (var anchor in anchors.OrderBy(r => Distance(r.Key, key)).ThenByDescending(r => r.Key.SizeBytes))
        {
            if (trend.At(anchor.Key.WidthBits, anchor.Key.SizeBytes, action, out _) is { } here and > 0)
            {
                var ratio = there / here;
                return new(anchor.Value * ratio, TagOf(anchor), Invariant($"{anchor.Value} {anchor.Unit} of {anchor.Key} × {ratio:0.####}, the CACTI trend between the sizes; {anchor.Source}"));
            }
        }

        reason = "No row of this component lies within the trend, so none can be scaled.";
        return null;
    }
}
