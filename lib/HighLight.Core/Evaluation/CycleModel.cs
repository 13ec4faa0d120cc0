using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>The cycles that each level of storage needs for counted actions.</summary>
internal static class CycleModel
{
    /// <param name="design">The design.</param>
    /// <param name="counts">What happens.</param>
    /// <param name="ideal">See <see cref="CycleBounds.Ideal"/>.</param>
    /// <param name="compute">See <see cref="CycleBounds.Compute"/>.</param>
    public static CycleBounds Of(Accelerator design, in AccessCounts counts, double ideal, double compute)
    {
        PerLevel<double> levels = default;
        for (var level = 1; level < counts.LevelCount; level++)
        {
            levels[level] = OfLevel(design, design.Levels[level], counts.Level(level));
        }

        var bytesPerWord = design.WordBits / 8.0;
        ref readonly var dram = ref counts.Dram;
        return new CycleBounds(
            ideal,
            compute,
            (((dram.A.ReadWords + dram.B.ReadWords + counts.ShortcutReadWords) * bytesPerWord)
                + ((dram.ReadMetadataBits + counts.ShortcutReadMetadataBits) / 8)
                + (dram.SumsRead * design.SpilledSumBits / 8)) / design.Dram.ReadBytesPerCycle,
            ((dram.Z.WriteWords * bytesPerWord) + (dram.WriteMetadataBits / 8) + (dram.SumsWritten * design.SpilledSumBits / 8))
                / design.Dram.WriteBytesPerCycle,
            levels);
    }

    private static double OfLevel(Accelerator design, StorageLevel level, in LevelAccesses accesses)
    {
        var bytesPerWord = design.WordBits / 8.0;
        double readA = accesses.A.ReadWords * bytesPerWord, readB = accesses.B.ReadWords * bytesPerWord;
        double sumsRead = accesses.SumsRead * design.SpilledSumBits / 8, sumsWritten = accesses.SumsWritten * design.SpilledSumBits / 8;
        var read = ((accesses.A.ReadWords + accesses.B.ReadWords + accesses.Z.ReadWords) * bytesPerWord) + (accesses.ReadMetadataBits / 8) + sumsRead;
        var written = ((accesses.FilledWords + accesses.Z.WriteWords) * bytesPerWord) + (accesses.WriteMetadataBits / 8) + sumsWritten;
        var ports = level.SharedPortWords is { } words
            ? read / (words * bytesPerWord)
            : Math.Max(
                readB,
                ((accesses.A.ReadWords + accesses.FilledWords + accesses.Z.ReadWords + accesses.Z.WriteWords) * bytesPerWord)
                    + ((accesses.ReadMetadataBits + accesses.WriteMetadataBits) / 8)
                    + sumsRead + sumsWritten) / level.RowBytes;
        return Math.Max(ports, Math.Max(read / level.ReadBytesPerCycle, written / level.WriteBytesPerCycle));
    }
}
