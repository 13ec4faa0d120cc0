namespace HighLight.Evaluation.Golden;

/// <summary>Every number of a result by the name of its column.</summary>
internal static class GoldenValues
{
    public static IReadOnlyList<(string Name, double Value)> Of(in EvaluationResult result)
    {
        var (counts, bounds, energy) = (result.Counts, result.Bounds, result.Energy);
        return
        [
            ("macs_done", counts.MacsDone),
            ("macs_gated", counts.MacsGated),
            ("macs_skipped", counts.MacsSkipped),
            ("register_accesses", counts.RegisterAccesses),
            ("local_accumulator_accesses", counts.LocalAccumulatorAccesses),
            ("register_metadata_bits", counts.RegisterMetadataBits),
            ("accumulator_reads", counts.AccumulatorReads),
            ("accumulator_writes", counts.AccumulatorWrites),
            ("buffer_read_words_a", counts.BufferReadWordsA),
            ("buffer_read_words_b", counts.BufferReadWordsB),
            ("buffer_write_words", counts.BufferWriteWords),
            ("metadata_read_bits", counts.MetadataReadBits),
            ("metadata_write_bits", counts.MetadataWriteBits),
            ("dram_read_words_a", counts.DramReadWordsA),
            ("dram_read_words_b", counts.DramReadWordsB),
            ("dram_write_words", counts.DramWriteWords),
            ("dram_read_metadata_bits", counts.DramReadMetadataBits),
            ("dram_write_metadata_bits", counts.DramWriteMetadataBits),
            ("dram_read_words_shortcut", counts.DramReadWordsShortcut),
            ("dram_read_shortcut_metadata_bits", counts.DramReadShortcutMetadataBits),
            ("cycles_ideal", bounds.Ideal),
            ("cycles_compute", bounds.Compute),
            ("cycles_buffer", bounds.Buffer),
            ("cycles_dram_read", bounds.DramRead),
            ("cycles_dram_write", bounds.DramWrite),
            ("cycles", result.Cycles),
            ("mac_pJ", energy.Mac),
            ("registers_pJ", energy.Registers),
            ("partial_sums_pJ", energy.Accumulation),
            ("buffer_pJ", energy.Buffer),
            ("metadata_pJ", energy.Metadata),
            ("dram_pJ", energy.Dram),
            ("sparsity_hardware_pJ", energy.Safs),
            ("energy_pJ", result.EnergyPj),
        ];
    }
}
