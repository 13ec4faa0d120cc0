namespace HighLight.Notebooks.Html.Terminal;

/// <summary>Marks of terminal text besides colours.</summary>
[Flags]
internal enum TerminalMarks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Italic.</summary>
    Italic = 2,

    /// <summary>Underlined.</summary>
    Underline = 4,

    /// <summary>Foreground and background exchanged.</summary>
    Inverse = 8,

    /// <summary>Struck through.</summary>
    Strike = 16,
}
