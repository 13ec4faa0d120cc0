using System.Collections.Immutable;

namespace HighLight.Experiments.Figures;

/// <summary>The colour and the marker of each series of one figure, over all its panels.</summary>
internal sealed class SeriesStyle
{
    private readonly ImmutableDictionary<string, (string Colour, string Symbol)> _styles;

    /// <param name="series">The names in the order of their first appearance.</param>
    public SeriesStyle(IEnumerable<string> series)
    {
        var styles = ImmutableDictionary.CreateBuilder<string, (string, string)>(StringComparer.Ordinal);
        var names = series.Distinct(StringComparer.Ordinal).ToArray();
        var taken = names.Where(HouseStyle.Fixed.ContainsKey).Select(name => HouseStyle.Fixed[name]).ToHashSet(StringComparer.Ordinal);
        var free = HouseStyle.Cycle.Where(colour => !taken.Contains(colour)).DefaultIfEmpty(HouseStyle.Ink).ToArray();
        var next = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var colour = HouseStyle.Fixed.GetValueOrDefault(names[i]) ?? free[next++ % free.Length];
            styles[names[i]] = (colour, HouseStyle.Symbols[i % HouseStyle.Symbols.Length]);
        }

        _styles = styles.ToImmutable();
    }

    public string ColourOf(string series) => _styles[series].Colour;

    public string SymbolOf(string series) => _styles[series].Symbol;
}
