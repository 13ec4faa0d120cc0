using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Simulation;

/// <summary>
/// The rows of a comparison that are about storage: of DRAM and one buffer by their own names, of other storage level by level.
/// </summary>
internal static class StorageRows
{
    /// <summary>Whether a design has the names of two levels: DRAM and a buffer through which Z does not go.</summary>
    public static bool AreNamed(Accelerator design) => design.Levels.Count == 2 && !design.GlobalBuffer.Holds(KeptOperands.Z);

    /// <summary>Cycles of each level's ports and channels.</summary>
    public static IEnumerable<ComparisonRow> OfCycles(
        Accelerator design, CycleBounds expected, SimulatedCycles actual, AnalyticalClaims claims)
    {
        if (AreNamed(design))
        {
            yield return Row(nameof(CycleBounds.Buffer), expected.Buffer, actual.Buffer, nameof(CycleBounds.Buffer));
        }
        else
        {
            for (var level = design.Levels.Count - 1; level > 0; level--)
            {
                yield return Row(design.Levels[level].Name, expected.Levels[level], actual.Levels[level], nameof(CycleBounds.Buffer));
            }
        }

        yield return Row(nameof(CycleBounds.DramRead), expected.DramRead, actual.DramRead, nameof(CycleBounds.DramRead));
        yield return Row(nameof(CycleBounds.DramWrite), expected.DramWrite, actual.DramWrite, nameof(CycleBounds.DramWrite));

        ComparisonRow Row(string quantity, double analytical, double simulated, string claim) =>
            new(quantity, "cycles", analytical, simulated, claims.Of(claim));
    }

    /// <summary>What each level moves.</summary>
    public static IEnumerable<ComparisonRow> OfCounts(
        Accelerator design, AccessCounts model, SimulatedCounts counts, AnalyticalClaims claims) => AreNamed(design)
            ? Named(model, counts, claims)
            : Enumerable.Range(0, design.Levels.Count).Reverse()
                .SelectMany(level => OfLevel(level, model.Levels[level], counts.Levels[level], claims));

    private static IEnumerable<ComparisonRow> Named(AccessCounts model, SimulatedCounts counts, AnalyticalClaims claims)
    {
        yield return Row(nameof(AccessCounts.BufferReadWordsA), "words", model.BufferReadWordsA, counts.BufferReadWordsA);
        yield return Row(nameof(AccessCounts.BufferReadWordsB), "words", model.BufferReadWordsB, counts.BufferReadWordsB);
        yield return Row(nameof(AccessCounts.BufferWriteWords), "words", model.BufferWriteWords, counts.BufferWriteWords);
        yield return Row(nameof(AccessCounts.MetadataReadBits), "bits", model.MetadataReadBits, counts.MetadataReadBits);
        yield return Row(nameof(AccessCounts.MetadataWriteBits), "bits", model.MetadataWriteBits, counts.MetadataWriteBits);
        yield return Row(nameof(AccessCounts.DramReadWordsA), "words", model.DramReadWordsA, counts.DramReadWordsA);
        yield return Row(nameof(AccessCounts.DramReadWordsB), "words", model.DramReadWordsB, counts.DramReadWordsB);
        yield return Row(nameof(AccessCounts.DramWriteWords), "words", model.DramWriteWords, counts.DramWriteWords);
        yield return Row(nameof(AccessCounts.DramReadMetadataBits), "bits", model.DramReadMetadataBits, counts.DramReadMetadataBits);
        yield return Row(nameof(AccessCounts.DramWriteMetadataBits), "bits", model.DramWriteMetadataBits, counts.DramWriteMetadataBits);
        if (model.DramWriteSums > 0 || counts.DramWriteSums > 0)
        {
            yield return Row(nameof(AccessCounts.DramWriteSums), "sums", model.DramWriteSums, counts.DramWriteSums);
            yield return Row(nameof(AccessCounts.DramReadSums), "sums", model.DramReadSums, counts.DramReadSums);
        }

        ComparisonRow Row(string quantity, string unit, double analytical, double simulated) =>
            new(quantity, unit, analytical, simulated, claims.Of(quantity));
    }

    /// <summary>Rows of one level, by operand; what neither side moves is left out.</summary>
    private static IEnumerable<ComparisonRow> OfLevel(int level, LevelAccesses model, SimulatedLevel counts, AnalyticalClaims claims)
    {
        // Claims go by operand and direction, whichever level it is.
        var readB = level == 0 ? nameof(AccessCounts.DramReadWordsB) : nameof(AccessCounts.BufferReadWordsB);
        return Operand("A", model.A, counts.A, nameof(AccessCounts.DramReadWordsA), nameof(AccessCounts.DramReadWordsA))
            .Concat(Operand("B", model.B, counts.B, readB, nameof(AccessCounts.BufferWriteWords)))
            .Concat(Operand("Z", model.Z, counts.Z, nameof(AccessCounts.DramWriteWords), nameof(AccessCounts.DramWriteWords)))
            .Append(Row("sums read", "sums", model.SumsRead, counts.SumsRead, nameof(AccessCounts.DramReadSums)))
            .Append(Row("sums written", "sums", model.SumsWritten, counts.SumsWritten, nameof(AccessCounts.DramWriteSums)))
            .Where(row => row.Analytical > 0 || row.Simulated > 0);

        IEnumerable<ComparisonRow> Operand(string name, OperandAccesses model, SimulatedAccesses counts, string read, string written) =>
        [
            Row($"{name} read", "words", model.ReadWords, counts.ReadWords, read),
            Row($"{name} written", "words", model.WriteWords, counts.WriteWords, written),
            Row($"{name} metadata read", "bits", model.ReadMetadataBits, counts.ReadMetadataBits, nameof(AccessCounts.MetadataReadBits)),
            Row(
                $"{name} metadata written",
                "bits",
                model.WriteMetadataBits,
                counts.WriteMetadataBits,
                nameof(AccessCounts.MetadataWriteBits)),
        ];

        ComparisonRow Row(string quantity, string unit, double analytical, double simulated, string claim) =>
            new($"{counts.Name} {quantity}", unit, analytical, simulated, claims.Of(claim));
    }
}
