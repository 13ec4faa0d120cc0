namespace HighLight.Notebooks.Html;

/// <summary>Counts the cells that tables in Markdown may have, before they are made.</summary>
internal struct TableBounds
{
    private int _columns;
    private int _lines;

    /// <summary>The cells of the blocks that have ended.</summary>
    public long Cells { get; private set; }

    /// <summary>Counts a line of a block; pipes part the columns, or plus signs where lines are drawn.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        _columns = Math.Max(_columns, Math.Max(line.Count('|'), line.Count('+')));
        _lines++;
    }

    /// <summary>Counts the block: every line may be a row, also one without pipes.</summary>
    public void EndBlock()
    {
        Cells += (long)_columns * _lines;
        (_columns, _lines) = (0, 0);
    }
}
