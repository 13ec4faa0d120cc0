using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Surface;
using Microsoft.DotNet.Interactive.Formatting;

namespace HighLight.Notebooks.Formatting;

/// <summary>What the code of a session's cells acts on.</summary>
/// <param name="formatters">The formatters of the session.</param>
/// <param name="show">Takes what is displayed and returns what replaces it.</param>
internal sealed class CellContext(FormatterRegistry formatters, Func<MimeBundle, Action<MimeBundle>> show) : ICell
{
    private int _displayed;

    public DisplayedValue Display(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var bundle = formatters.Format(value, mimeTypes);
        string[] shown = [.. bundle.Entries.Select(entry => entry.MimeType)];
        var replace = show(bundle);
        string id = Invariant($"display-{Interlocked.Increment(ref _displayed)}");
        return new DisplayedValue(value, id, updated => replace(formatters.Format(updated, shown)));
    }

    public void Register(Type type, string mimeType, Action<object, TextWriter> write) =>
        formatters.Register(new RegisteredFormatter(type, mimeType, write));
}
