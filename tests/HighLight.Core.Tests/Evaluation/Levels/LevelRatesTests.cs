using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation.Levels;

/// <summary>What a level takes where words are not bytes, and where writing costs something else than reading.</summary>
[TestFixture]
public sealed class LevelRatesTests
{
    private static readonly Gemm s_gemm = new(64, 64, 128);
    private static readonly Mapping s_whole = new(64, 64, 128, DramLoopOrder.MOuter);

    [TestCase(8)]
    [TestCase(16)]
    public void Bounds_SharedPort_MovesWordsOfAnyWidth(int bits)
    {
        // 64×64 words of A and 64×128 of B once each, 42 words a cycle.
        var design = SparseloopPreset.Apply(Accelerators.TensorCore).WithWordBits(bits);
        var evaluator = new Evaluator(design, SparseloopPreset.Technology, Evaluate.Dense, Evaluate.Dense);
        Assert.That(evaluator.Evaluate(s_gemm, s_whole).Bounds.Buffer, Is.EqualTo(((64 * 64) + (64 * 128)) / 42.0).Within(1e-9));
    }

    [Test]
    public void Energy_OfDram_ChargesWritesAsWrites()
    {
        var rows = TechnologyTable.Default.Rows
            .Where(row => row.Key.Component == Components.Dram && row.Action == Actions.Write)
            .Select(row => row with { Value = 3 * row.Value });
        var dear = TechnologyTable.Default.With("dear writes", rows);
        double Dram(TechnologyTable table) =>
            new Evaluator(Accelerators.TensorCore, table, Evaluate.Dense, Evaluate.Dense).Evaluate(s_gemm, s_whole).Energy.Dram;
        Assert.That(Dram(dear) - Dram(TechnologyTable.Default), Is.EqualTo(64 * 128 * 8 * 16.0).Within(1e-6), "Z is 8,192 words of 8 bits at 16 pJ more");
    }
}
