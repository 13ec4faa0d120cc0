namespace HighLight.Commands.Formatting;

/// <summary>Where a command shows results that people read, in order: a terminal, a file, the output of a notebook's cell.</summary>
internal interface IResultView
{
    /// <summary>Shows a table.</summary>
    void Show(ResultTable table);

    /// <summary>Shows a figure; what it shows stands in the tables as well.</summary>
    void Show(ResultFigure figure);

    /// <summary>Shows a line of text; it holds no line end and no control character.</summary>
    void Write(string line);
}
