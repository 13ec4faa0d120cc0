namespace HighLight.Hardware;

/// <summary>The on-chip buffer between DRAM and the array: data rows and, for compressed operands, metadata rows.</summary>
public sealed record GlobalBuffer
{
    /// <summary>Bytes for data. Default 256 KB, 4096 rows of 64 bytes.</summary>
    public long CapacityBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of a data row, what one access moves.</summary>
    public int RowBytes { get; init; } = 64;

    /// <summary>Bytes for metadata; 0 for a design without compressed operands. Default 64 KB, 8192 rows of 8 bytes.</summary>
    public long MetadataCapacityBytes { get; init; } = 64 * 1024;

    /// <summary>Bytes of a metadata row.</summary>
    public int MetadataRowBytes { get; init; } = 8;

    /// <summary>
    /// Words a cycle over one port that serves everything the array reads (A, B and metadata); null: two ports, one row a cycle for B and one for A, fills and
    /// metadata. The Sparseloop preset has one of 42 words (sourced: its artifact's architecture).
    /// </summary>
    public int? SharedPortWords { get; init; }

    internal void Check(ProblemList problems, string path)
    {
        const int MostInARow = 1 << 20;
        const long MostBytes = 1L << 50;
        if (problems.Within($"{path}.{nameof(RowBytes)}", RowBytes, 1, MostInARow))
        {
            problems.Within($"{path}.{nameof(CapacityBytes)}", CapacityBytes, RowBytes, MostBytes, "A buffer holds one row at the least.");
        }

        if (problems.Within($"{path}.{nameof(MetadataRowBytes)}", MetadataRowBytes, 1, MostInARow)
            && MetadataCapacityBytes is not 0)
        {
            problems.Within(
                $"{path}.{nameof(MetadataCapacityBytes)}", MetadataCapacityBytes, MetadataRowBytes, MostBytes, "0 means: no metadata buffer.");
        }

        if (SharedPortWords is { } words)
        {
            problems.Within($"{path}.{nameof(SharedPortWords)}", words, 1, MostInARow, "null means: two ports.");
        }
    }
}
