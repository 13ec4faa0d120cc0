namespace HighLight.Notebooks.Html.Terminal;

/// <summary>A colour of a terminal: one of the 16 that a page's style defines, or red, green and blue.</summary>
/// <param name="Index">The number of a defined colour, 0 to 15; null for the others.</param>
/// <param name="Rgb">Red, green and blue, 8 bits each; 0 for a defined colour.</param>
internal readonly record struct TerminalColor(int? Index, int Rgb)
{
    /// <summary>A colour of the 256: 16 names, a cube of 6 steps a side, and 24 greys.</summary>
    public static TerminalColor OfIndex(int index)
    {
        if (index < 16)
        {
            return new TerminalColor(index, 0);
        }

        if (index >= 232)
        {
            int grey = 8 + (10 * (index - 232));
            return OfRgb(grey, grey, grey);
        }

        int cube = index - 16;
        return OfRgb(Step(cube / 36), Step(cube / 6 % 6), Step(cube % 6));
    }

    public static TerminalColor OfRgb(int red, int green, int blue) => new(null, (red << 16) | (green << 8) | blue);

    private static int Step(int step) => step == 0 ? 0 : 55 + (40 * step);
}
