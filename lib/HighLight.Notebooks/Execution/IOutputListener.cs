using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Follows what a cell shows while it runs. It is called from any thread, under a lock: it returns at once and does not throw.
/// </summary>
public interface IOutputListener
{
    /// <summary>The cell wrote text.</summary>
    /// <param name="stream"><c>stdout</c>, <c>stderr</c>, or <c>display</c> for what is for the log alone.</param>
    /// <param name="text">The text, valid during the call.</param>
    void Text(string stream, ReadOnlySpan<char> text);

    /// <summary>The cell showed something else than text, or replaced what it had shown.</summary>
    void Shown(CellOutput output);
}
