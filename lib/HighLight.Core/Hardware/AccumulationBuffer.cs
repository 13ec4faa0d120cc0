using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>The register files at the edge of the array that hold partial sums, and the tile of Z they hold.</summary>
/// <param name="TileM">Rows of Z that stay on chip while K is walked.</param>
/// <param name="TileN">Columns of Z that stay on chip while K is walked.</param>
public sealed record AccumulationBuffer(int TileM, int TileN)
{
    /// <summary>Bytes of one register file; the energy of an access is that of this size.</summary>
    public long FileBytes { get; init; } = 2048;

    /// <summary>Number of files.</summary>
    public int Files { get; init; } = 4;

    /// <summary>Bits that an access is charged for. 8 as the predecessor's artifact counts (sourced); hardware needs 24 or 32.</summary>
    public int AccumulatorBits { get; init; } = 8;

    /// <summary>Partial sums that all files hold.</summary>
    public long Capacity => FileBytes * Files;

    internal void Check(ProblemList problems, string path)
    {
        const int MostFiles = 1 << 20;
        const long MostBytes = 1L << 40;
        const int MostBits = 256;
        if (problems.Within($"{path}.{nameof(TileM)}", TileM, 1, int.MaxValue)
            & problems.Within($"{path}.{nameof(TileN)}", TileN, 1, int.MaxValue)
            & problems.Within($"{path}.{nameof(FileBytes)}", FileBytes, 1, MostBytes)
            & problems.Within($"{path}.{nameof(Files)}", Files, 1, MostFiles)
            && (long)TileM * TileN > Capacity)
        {
            problems.Add(
                $"{path}.{nameof(TileM)} × {nameof(TileN)}",
                Invariant($"{TileM}×{TileN}"),
                Invariant($"the {Capacity} partial sums that {Files} files of {FileBytes} hold"),
                "Enlarge FileBytes or Files, or take a smaller tile.");
        }

        problems.Within($"{path}.{nameof(AccumulatorBits)}", AccumulatorBits, 1, MostBits);
    }

    /// <summary>One file in a technology table: as many words as 8-bit accumulators would take, each as wide as an accumulator.</summary>
    public ComponentKey FileKey => new(Components.RegisterFile, AccumulatorBits, FileBytes * AccumulatorBits / 8);
}
