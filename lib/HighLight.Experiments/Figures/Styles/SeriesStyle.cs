using System.Collections.Immutable;

namespace HighLight.Experiments.Figures.Styles;

/// <summary>The colour and the marker of each series of one figure, over all its panels.</summary>
internal sealed class SeriesStyle
{
    private readonly ImmutableDictionary<string, (string Colour, string Symbol)> _styles;

    /// <param name="series">The names in the order of their first appearance.</param>
    public SeriesStyle(IEnumerable<string> series)
    {
        var styles = ImmutableDictionary.CreateBuilder<string, (string, string)>(StringComparer.Ordinal);
        var names = series.Distinct(StringComparer.Ordinal).ToArray();
        var taken = names.Where(HouseStyle.Fixed.ContainsKey).Select(name => HouseStyle.Fixed[name]).ToArray();
        var colours = Free(HouseStyle.Cycle, taken.Select(style => style.Colour));
        var symbols = Free(HouseStyle.Symbols, taken.Select(style => style.Symbol));
        var next = 0;
        foreach (var name in names)
        {
            if (!HouseStyle.Fixed.TryGetValue(name, out var style))
            {
                style = (colours[next % colours.Length], symbols[next % symbols.Length]);
                next++;
            }

            styles[name] = style;
        }

        _styles = styles.ToImmutable();
    }

    public string ColourOf(string series) => _styles[series].Colour;

    public string SymbolOf(string series) => _styles[series].Symbol;

    /// <summary>What the fixed names leave over; everything where they leave nothing.</summary>
    private static string[] Free(ImmutableArray<string> all, IEnumerable<string> taken)
    {
        var free = all.Except(taken, StringComparer.Ordinal).ToArray();
        return free.Length > 0 ? free : [.. all];
    }
}
