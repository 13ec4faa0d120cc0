using System.Globalization;

namespace HighLight.Evaluation;

/// <summary>
/// How a GEMM is cut into tiles that lie in the global buffer. K is either whole in the buffer, or cut; then it is the innermost DRAM loop of one
/// accumulation tile of Z, so that partial sums are never spilled.
/// </summary>
/// <param name="TileM">Rows of A and Z in the buffer.</param>
/// <param name="TileK">The part of the reduction in the buffer.</param>
/// <param name="TileN">Columns of B and Z in the buffer.</param>
/// <param name="Order">Which loop over the tiles runs outermost.</param>
public readonly record struct Mapping(int TileM, int TileK, int TileN, DramLoopOrder Order)
{
    /// <summary>For example <c>M128 K1024 N128, N outer</c>; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => Invariant($"M{TileM} K{TileK} N{TileN}, {(Order == DramLoopOrder.MOuter ? 'M' : 'N')} outer");

    /// <summary>Reads <c>M128 K1024 N128, N outer</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form; the message shows it.</exception>
    public static Mapping Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var m, var k, var n, "M" or "N", "outer"]
            && Read(m, 'M') is { } tileM && Read(k, 'K') is { } tileK && Read(n, 'N') is { } tileN)
        {
            return new(tileM, tileK, tileN, parts[3] == "M" ? DramLoopOrder.MOuter : DramLoopOrder.NOuter);
        }

        throw new FormatException($"'{text}' is not a mapping: write tiles of 1 or more and the outer loop, for example 'M128 K1024 N128, N outer'.");
    }

    private static int? Read(string part, char dimension) =>
        part[0] == dimension && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var tile) && tile > 0 ? tile : null;
}
