using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;

namespace HighLight.Evaluation.Levels;

/// <summary>Designs with a level between DRAM and the global buffer.</summary>
internal static class LevelDesigns
{
    /// <summary>2 MB of uncompressed A and B.</summary>
    public static StorageLevel L2 { get; } = new() { Name = "L2", CapacityBytes = 2 << 20, MetadataCapacityBytes = 0 };

    /// <summary>TC with <see cref="L2"/>.</summary>
    public static Accelerator TensorCore { get; } = With(Accelerators.TensorCore, L2);

    /// <summary>The default table ends at 1 MB: a user adds what a larger buffer costs.</summary>
    public static TechnologyTable Technology { get; } = TechnologyTable.Default.With(
        "65nm, 2 MB", Row(Actions.Read, 1600), Row(Actions.Write, 1800), Row(Actions.Area, 30e6));

    /// <summary>A design with a level just inside DRAM.</summary>
    public static Accelerator With(Accelerator design, StorageLevel level) => design with { Levels = design.Levels.Insert(1, level) };

    public static Evaluator Prepare(Accelerator design, OperandDensity? a = null, OperandDensity? b = null) =>
        new(design, Technology, a ?? Evaluate.Dense, b ?? Evaluate.Dense);

    private static TechnologyRow Row(string action, double value) => new()
    {
        Key = L2.DataKey,
        Action = action,
        Value = value,
        NodeNm = 65,
        Tag = Provenance.Assumed,
        Source = "test",
    };
}
