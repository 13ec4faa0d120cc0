using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Experiments.DualStructured;
using HighLight.Experiments.Tables;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.DualStructured;

public class DualStructuredExperimentTests
{
    private static readonly ResultTable Table = DualStructuredExperiment.Run().Table;

    [TestCase(2, 1.0)]
    [TestCase(3, 22 / 32.0)] // 1024 columns of K in steps of 48: the 22nd is a third full
    [TestCase(4, 0.5)]
    [TestCase(8, 0.25)]
    public void NormCycles_Dsso_IsTheDensityOfBWithItsLastStepCounted(int h, double cycles)
    {
        Assert.That(Value("DSSO", h, "norm_cycles"), Is.EqualTo(cycles).Within(1e-12));
        Assert.That(Value("HighLight", h, "norm_cycles"), Is.EqualTo(1));
    }

    [Test]
    public void MacsGated_HighLight_AreTheZerosOfBInTheCyclesItSpends([Range(2, 8)] int h)
    {
        var executed = 1024.0 * 1024 * 1024 / 2;
        Assert.That(Value("HighLight", h, "macs_gated"), Is.EqualTo(executed * (1 - (2.0 / h))).Within(1e-6));
        Assert.That(Value("DSSO", h, "macs_gated"), Is.Zero);

        // The same products are computed, but for what fills up DSSO's last group of 4·h values of K: it gates nothing.
        var padded = Math.Ceiling(1024 / (4.0 * h)) * 4 * h;
        Assert.That(Value("DSSO", h, "macs_done"), Is.EqualTo(Value("HighLight", h, "macs_done") * padded / 1024).Within(1e-6));
    }

    [Test]
    public void NormEdp_SparserB_FallsForBothAndFasterForDsso()
    {
        for (var h = 3; h <= 8; h++)
        {
            Assert.That(Value("HighLight", h, "norm_edp"), Is.LessThan(Value("HighLight", h - 1, "norm_edp")));
            Assert.That(Value("DSSO", h, "norm_edp"), Is.LessThan(Value("DSSO", h - 1, "norm_edp")));
            Assert.That(Value("DSSO", h, "norm_edp"), Is.LessThan(Value("HighLight", h, "norm_edp")));
        }
    }

    [Test]
    public void DenseB_IsTheRuleTwoOfTwo()
    {
        foreach (var design in new[] { Accelerators.HighLight, Accelerators.Dsso })
        {
            var request = new GemmRequest(design, new Gemm(1024, 1024, 1024), new HssOperand(HssPattern.Parse("C0(2:4)")), new DenseOperand()) { AllowSwap = false };
            Assert.That(Value(design.Name, 2, "edp_pJ_cycles"), Is.EqualTo(GemmEvaluation.Run(request).Result.EdpPjCycles).Within(1e-9).Percent);
        }
    }

    [Test]
    public void Comparison_HasOneRowADegree_WithoutAValueOfThePaper()
    {
        var rows = DualStructuredExperiment.Run().Comparison.Rows;
        Assert.That(rows, Has.Length.EqualTo(7));
        Assert.That(rows.Select(row => row.Paper), Has.All.Null);
        Assert.That(rows[^1].Ours, Is.EqualTo(Value("DSSO", 8, "norm_edp") / Value("HighLight", 8, "norm_edp")).Within(1e-12));
    }

    [Test]
    public void Run_NoDesignOrOneNameTwice_Throws()
    {
        Assert.That(() => DualStructuredExperiment.Run([], new Gemm(64, 64, 64), TechnologyTable.Default), Throws.ArgumentException);
        Assert.That(() => DualStructuredExperiment.Run([Accelerators.Dsso, Accelerators.Dsso], new Gemm(64, 64, 64), TechnologyTable.Default), Throws.ArgumentException.With.Message.Contains("Name"));
    }

    private static double Value(string design, int h, string column)
    {
        var row = Enumerable.Range(0, (int)Table.RowCount).Single(row =>
            Equals(Table["design"][row], design) && Equals(Table["b_pattern"][row], $"C1(2:{h})→C0(4:4)"));
        return (double)Table[column][row]!;
    }
}
