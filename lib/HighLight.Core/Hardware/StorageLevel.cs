using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>A level of the storage between DRAM and the multipliers' registers: rows of data and, for compressed operands, rows of metadata.</summary>
/// <remarks>
/// The port rule of a bounded level: two ports, a row a cycle each, one for B and one for A, fills, Z and metadata; or one shared port
/// (<see cref="SharedPortWords"/>). A bandwidth is a bound beside it.
/// </remarks>
public sealed record StorageLevel
{
    /// <summary>The most levels of a design, DRAM included.</summary>
    public const int MaxLevels = 8;

    /// <summary>The capacity of a level that holds everything.</summary>
    public const long Unbounded = long.MaxValue;

    /// <summary>A bandwidth that never bounds.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>LPDDR4 of 32 bytes a cycle each way.</summary>
    public static StorageLevel Dram { get; } = new()
    {
        Name = "DRAM",
        Component = Components.Dram,
        CapacityBytes = Unbounded,
        MetadataCapacityBytes = Unbounded,
        Keeps = KeptOperands.All,
        ReadBytesPerCycle = 32,
        WriteBytesPerCycle = 32,
    };

    /// <summary>The global buffer of the shared resources: 4096 rows of 64 bytes for data, 8192 rows of 8 bytes for metadata, A and B.</summary>
    public static StorageLevel GlobalBuffer { get; } = new() { Name = "GLB" };

    /// <summary>The name, which results and paths use: unique in a design, letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes for data; <see cref="Unbounded"/> for the outermost level, and for it alone. Default 256 KB.</summary>
    public long CapacityBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of a data row, what one access moves. Default 64.</summary>
    public int RowBytes { get; init; } = 64;

    /// <summary>Bytes for metadata; 0 for a level that keeps no compressed operand. Default 64 KB.</summary>
    public long MetadataCapacityBytes { get; init; } = 64 * 1024;

    /// <summary>Bytes of a metadata row. Default 8.</summary>
    public int MetadataRowBytes { get; init; } = 8;

    /// <summary>The operands that the level keeps; the others pass it by. Default A and B.</summary>
    public KeptOperands Keeps { get; init; } = KeptOperands.A | KeptOperands.B;

    /// <summary>Bytes read a cycle at the most, data and metadata; default <see cref="Unlimited"/>: the ports alone bound.</summary>
    public int ReadBytesPerCycle { get; init; } = Unlimited;

    /// <summary>Bytes written a cycle at the most, data and metadata; default <see cref="Unlimited"/>.</summary>
    public int WriteBytesPerCycle { get; init; } = Unlimited;

    /// <summary>
    /// Words a cycle over one port that serves all that is read (A, B, Z and metadata); null: two ports. The Sparseloop preset has one of 42
    /// words (sourced: its artifact's architecture).
    /// </summary>
    public int? SharedPortWords { get; init; }

    /// <summary>Whether moving metadata costs energy. It does; Sparseloop's 2022 results leave DRAM's out (sourced: found by running it).</summary>
    public bool ChargesMetadata { get; init; } = true;

    /// <summary>What the data rows are made of, in a technology table.</summary>
    public string Component { get; init; } = Components.GlobalBuffer;

    /// <summary>What the metadata rows are made of.</summary>
    public string MetadataComponent { get; init; } = Components.MetadataBuffer;

    /// <summary>Whether the level holds everything, as DRAM does.</summary>
    public bool IsUnbounded => CapacityBytes == Unbounded;

    /// <summary>The data rows in a technology table: a row an access; an unbounded level is charged by the bit.</summary>
    public ComponentKey DataKey => IsUnbounded ? new(Component, 1) : new(Component, RowBytes * 8, CapacityBytes);

    /// <summary>The metadata rows in a technology table; null where the level has none, or is charged by the bit.</summary>
    public ComponentKey? MetadataKey => IsUnbounded || MetadataCapacityBytes == 0
        ? null
        : new(MetadataComponent, MetadataRowBytes * 8, MetadataCapacityBytes);

    /// <summary>Whether the level keeps all of some operands.</summary>
    public bool Holds(KeptOperands operands) => (Keeps & operands) == operands;

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;

    internal void Check(ProblemList problems, string path, bool isOutermost)
    {
        CheckName(problems, path);
        CheckKept(problems, path, isOutermost);
        if (isOutermost)
        {
            CheckOutermost(problems, path);
        }
        else
        {
            CheckRows(problems, path);
        }

        problems.Within($"{path}.{nameof(ReadBytesPerCycle)}", ReadBytesPerCycle, 1, Unlimited);
        problems.Within($"{path}.{nameof(WriteBytesPerCycle)}", WriteBytesPerCycle, 1, Unlimited);
        Component(nameof(Component), this.Component);
        Component(nameof(MetadataComponent), MetadataComponent);

        void Component(string property, string component)
        {
            if (string.IsNullOrWhiteSpace(component))
            {
                problems.Add($"{path}.{property}", "empty", "a component of the technology table");
            }
        }
    }

    private void CheckName(ProblemList problems, string path)
    {
        if (string.IsNullOrEmpty(Name) || !Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            problems.Add($"{path}.{nameof(Name)}", string.IsNullOrEmpty(Name) ? "empty" : Name, "letters, digits, '-' and '_'");
        }
    }

    private void CheckKept(ProblemList problems, string path, bool isOutermost)
    {
        if (Keeps == KeptOperands.None || (Keeps & ~KeptOperands.All) != KeptOperands.None || (isOutermost && Keeps != KeptOperands.All))
        {
            problems.Add(
                $"{path}.{nameof(Keeps)}",
                Keeps,
                isOutermost ? "A, B, Z" : "one of A, B, Z or more",
                isOutermost ? "Every operand comes from the outermost level." : "A level that keeps nothing is left out.");
        }
    }

    private void CheckOutermost(ProblemList problems, string path)
    {
        if (!IsUnbounded)
        {
            problems.Add(
                $"{path}.{nameof(CapacityBytes)}", CapacityBytes, $"{nameof(Unbounded)}", "The outermost level holds everything: put DRAM outside.");
        }
    }

    private void CheckRows(ProblemList problems, string path)
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
