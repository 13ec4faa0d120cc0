using System.Collections.Immutable;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Hardware.Presets;

/// <summary>
/// The preset <c>sparseloop-2022</c>: designs as the artifact of Sparseloop (MICRO 2022) models them, so that results can be laid beside its own. It is for
/// comparison only; no experiment of ours uses it as a default.
/// </summary>
/// <remarks>
/// What it sets, and where that comes from:
/// <list type="bullet">
/// <item>256 KB of data and 64 KB of metadata buffer for every design, TC included (sourced: its stored results for TC carry the energies of 256 KB).</item>
/// <item>One port of 42 words a cycle for A, B and metadata together; filling the buffer takes none of it (sourced: its architecture).</item>
/// <item>DRAM metadata moves without energy, and no sparsity hardware costs energy or area (sourced: found by running it).</item>
/// <item>Offsets take a power of two of bits: 2:8 stores 4, not 3 (derived from its bandwidth bounds).</item>
/// <item>Outer products are timed by the mean utilisation of nonempty tiles: 64 rows of A and 32 columns of B, 16 lanes each (derived from its cycles).</item>
/// <item>The 45 nm energies of <see cref="Technology"/>; its results for TC alone are at 65 nm, those of <see cref="TechnologyTable.Default"/>.</item>
/// </list>
/// </remarks>
public static class SparseloopPreset
{
    /// <summary>How it is called on the command line and in results.</summary>
    public const string Name = "sparseloop-2022";

    /// <summary>
    /// The mapping of its stored 1024×1024×1024 runs, as the evaluation's mapping reads it: a tile of B stays in the buffer, A streams past (sourced:
    /// <c>DRAM M8 N8</c>, N outside).
    /// </summary>
    public const string StoredMapping = "M128 K1024 N128, N outer";

    /// <summary>STC-flexible: an STC whose A may be 2:4, 2:6 or 2:8.</summary>
    public static Accelerator FlexibleSparseTensorCore { get; } = Apply(Accelerators.SparseTensorCore) with
    {
        Name = "STC-flexible",
        Description = "Sparse tensor core, A dense or 2:{4,6,8} (sourced: Sparseloop's artifact).",
        A = Accelerators.SparseTensorCore.A with { Families = [HssFamily.Parse("C0(2:{4,6,8})")], RoundsOffsetBits = true },
    };

    /// <summary>
    /// STC-flexible with run lengths instead of coordinates: as many bits as each pattern needs. The artifact charges 2 bits for 2:6, where runs of up to four
    /// zeros need 3, and 4 for 2:8, where 3 would do; we count 3 for both, which moves its bandwidth-bound cycles by less than 2.5 %.
    /// </summary>
    public static Accelerator FlexibleRunLength { get; } = FlexibleSparseTensorCore with
    {
        Name = "STC-flexible, RLE",
        Description = "STC-flexible with run-length metadata (sourced: Sparseloop's artifact; bits derived).",
        A = FlexibleSparseTensorCore.A with { Families = [.. Rules("C0(2:4)", "C0(2:6)", "C0(2:8)")], RoundsOffsetBits = false },
    };

    /// <summary>STC-flexible with run lengths whose B is compressed to a bitmask and its nonzeros; zeros of B are still multiplied.</summary>
    public static Accelerator FlexibleDualCompressed { get; } = FlexibleRunLength with
    {
        Name = "STC-flexible, dual compression",
        Description = "STC-flexible with run-length metadata and B as bitmask (sourced: Sparseloop's artifact).",
        B = new OperandSupport { UnstructuredFormat = CompressionKind.Bitmask },
    };

    /// <summary>The 45 nm table that the artifact used for all designs but TC.</summary>
    public static TechnologyTable Technology => TechnologyTable.Node45;

    /// <summary>A design as the artifact would model it; its array, its supported patterns and its name stay.</summary>
    /// <exception cref="InvalidDesignException">The design breaks a rule.</exception>
    public static Accelerator Apply(Accelerator design)
    {
        ArgumentNullException.ThrowIfNull(design);
        design.ThrowIfInvalid();
        return design with
        {
            GlobalBuffer = design.GlobalBuffer with { CapacityBytes = 256 * 1024, MetadataCapacityBytes = 64 * 1024, SharedPortWords = 42 },
            Dram = design.Dram with { ChargesMetadata = false },
            A = design.A with { RoundsOffsetBits = true },
            B = design.B with { RoundsOffsetBits = true },
            SafAccounting = design.SafAccounting with { IsCharged = false, Additional = [] },
            Skipping = design.Skipping is SkippingScheme.OuterProduct
                ? new SkippingScheme.OuterProduct(TileA: 64, LanesA: 16, TileB: 32, LanesB: 16) { ByMeanUtilisation = true }
                : design.Skipping,
        };
    }

    private static ImmutableArray<HssFamily> Rules(params string[] families) => [.. families.Select(HssFamily.Parse)];
}
