namespace HighLight.Notebooks.Html.Terminal;

/// <summary>The parameters of the escape sequence for colours and marks (ECMA-48, SGR).</summary>
internal static class GraphicRendition
{
    /// <summary>The style after the sequence; what it does not know it passes over.</summary>
    /// <param name="style">The style before it.</param>
    /// <param name="parameters">What stands between the bracket and the final "m": numbers with semicolons, or colons within a
    /// colour.</param>
    public static TerminalStyle Apply(TerminalStyle style, ReadOnlySpan<char> parameters)
    {
        var numbers = new List<int>();
        foreach (var range in parameters.SplitAny(';', ':'))
        {
            numbers.Add(int.TryParse(parameters[range], System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : 0);
        }

        bool colons = parameters.Contains(':');
        for (int i = 0; i < numbers.Count; i++)
        {
            style = numbers[i] is 38 or 48 ? WithColor(style, numbers[i], numbers, ref i, colons) : Apply(style, numbers[i]);
        }

        return style;
    }

    private static TerminalStyle Apply(TerminalStyle style, int number) => number switch
    {
        0 => TerminalStyle.Plain with { Link = style.Link },
        1 => With(style, TerminalMarks.Bold),
        3 => With(style, TerminalMarks.Italic),
        4 => With(style, TerminalMarks.Underline),
        7 => With(style, TerminalMarks.Inverse),
        9 => With(style, TerminalMarks.Strike),
        21 or 22 => Without(style, TerminalMarks.Bold),
        23 => Without(style, TerminalMarks.Italic),
        24 => Without(style, TerminalMarks.Underline),
        27 => Without(style, TerminalMarks.Inverse),
        29 => Without(style, TerminalMarks.Strike),
        >= 30 and <= 37 => style with { Foreground = TerminalColor.OfIndex(number - 30) },
        39 => style with { Foreground = null },
        >= 40 and <= 47 => style with { Background = TerminalColor.OfIndex(number - 40) },
        49 => style with { Background = null },
        >= 90 and <= 97 => style with { Foreground = TerminalColor.OfIndex(number - 82) },
        >= 100 and <= 107 => style with { Background = TerminalColor.OfIndex(number - 92) },
        _ => style,
    };

    // 38;5;n and 38;2;r;g;b; with colons also 38:2:space:r:g:b.
    private static TerminalStyle WithColor(TerminalStyle style, int target, List<int> numbers, ref int i, bool colons)
    {
        int kind = i + 1 < numbers.Count ? numbers[i + 1] : 0;
        if (kind == 5 && i + 2 < numbers.Count)
        {
            i += 2;
            return numbers[i] is >= 0 and <= 255 ? With(style, target, TerminalColor.OfIndex(numbers[i])) : style;
        }

        int first = i + (colons && numbers.Count - i > 5 ? 3 : 2);
        if (kind != 2 || first + 2 >= numbers.Count)
        {
            i = numbers.Count;
            return style;
        }

        i = first + 2;
        var rgb = (numbers[first], numbers[first + 1], numbers[first + 2]);
        return rgb is ( >= 0 and <= 255, >= 0 and <= 255, >= 0 and <= 255)
            ? With(style, target, TerminalColor.OfRgb(rgb.Item1, rgb.Item2, rgb.Item3))
            : style;
    }

    private static TerminalStyle With(TerminalStyle style, int target, TerminalColor color) =>
        target == 38 ? style with { Foreground = color } : style with { Background = color };

    private static TerminalStyle With(TerminalStyle style, TerminalMarks mark) => style with { Marks = style.Marks | mark };

    private static TerminalStyle Without(TerminalStyle style, TerminalMarks mark) => style with { Marks = style.Marks & ~mark };
}
