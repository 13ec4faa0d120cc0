namespace HighLight.Models.Onnx;

/// <summary>A part of a file: its bytes from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct ByteRange(int Start, int End)
{
    public int Length => End - Start;
}
