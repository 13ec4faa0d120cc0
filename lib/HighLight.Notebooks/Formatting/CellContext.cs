using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Formatting;

/// <summary>
/// What static functions called in a cell act on. It flows with the cell's execution, also into its tasks and threads, so that two sessions in one
/// process do not meet.
/// </summary>
/// <param name="formatters">The formatters of the session.</param>
/// <param name="show">Takes what is displayed.</param>
internal sealed class CellContext(FormatterRegistry formatters, Action<MimeBundle> show)
{
    private static readonly AsyncLocal<CellContext?> Flowing = new();

    public static CellContext? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public static CellContext Required =>
        Current ?? throw new InvalidOperationException("This works only in a cell of a running notebook: there is nothing here to display on.");

    public FormatterRegistry Formatters => formatters;

    public void Display(object? value, IReadOnlyCollection<string> mimeTypes) => show(formatters.Format(value, mimeTypes));
}
