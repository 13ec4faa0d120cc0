using System.Text;

namespace HighLight.Notebooks.Execution;

/// <summary>A text writer that passes everything on at once, so that text and displays stay in order.</summary>
/// <param name="stream">The name of the stream.</param>
/// <param name="target">The collector of the cell that runs; null between cells.</param>
internal sealed class CellTextWriter(string stream, Func<OutputCollector?> target) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    public override string NewLine => "\n";

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer) => target()?.Write(stream, buffer);

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));
}
