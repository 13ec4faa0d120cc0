namespace HighLight.Commands.Formatting;

/// <summary>Names with what each means: in two columns, or one below the other where there is no room for both.</summary>
internal static class TextPairs
{
    private const int Indent = 2;

    /// <summary>The fewest columns that explanations are broken to.</summary>
    private const int Readable = 24;

    /// <summary>The lines; one is longer than <paramref name="width"/> only if it holds a single word that is.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<(string Name, string Meaning)> pairs, int? width)
    {
        var names = pairs.Select(pair => TextWidth.Of(pair.Name)).DefaultIfEmpty().Max();
        var room = (width ?? int.MaxValue) - names - (2 * Indent);
        var longestWord = pairs.Select(pair => TextWrap.LongestWord(pair.Meaning)).DefaultIfEmpty().Max();
        var indent = new string(' ', Indent);
        return room >= Math.Max(Readable, longestWord)
            ? pairs.SelectMany(pair => TextWrap.Lines(pair.Meaning, room)
                .Select((line, i) => indent + TextWidth.Pad(i == 0 ? pair.Name : "", names, toTheRight: false) + indent + line)
                .Select(line => line.TrimEnd(' ')))
            : pairs.SelectMany(pair => TextWrap.Lines(indent + pair.Name, width!.Value, hanging: 2)
                .Concat(TextWrap.Lines(indent + indent + indent + pair.Meaning, width.Value)));
    }
}
