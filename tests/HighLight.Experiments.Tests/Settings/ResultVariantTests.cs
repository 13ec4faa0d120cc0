using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Running.YourModel;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Sweep;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Experiments.Tests.Settings;

public class ResultVariantTests
{
    [Test]
    public void Of_SettingsFromTheTextOfTheDefaults_IsEmpty()
    {
        var grid = SweepGrid.From("1024x1024x1024", ["0", "1/2", "3/4"], ["0", "1/4", "1/2", "3/4"], "65nm");

        Assert.That(ResultVariant.Of(grid, SweepGrid.Default), Is.Empty);
        Assert.That(ResultVariant.Of(EdpAccuracySettings.From("calibrated", "65nm"), EdpAccuracySettings.Default), Is.Empty);
        Assert.That(ResultVariant.Of(YourModelSettings.From(["1/2", "3/4"], 0.9, "65nm"), YourModelSettings.Default), Is.Empty);
    }

    [Test]
    public void Of_ChangedSettings_NamesEachWithItsValue()
    {
        var grid = SweepGrid.Default with { Gemm = new(8, 8, 8), SparsityOfA = [Fraction.Zero, new(2, 3)], Technology = TechnologyTable.Node45, AllowSwap = false };

        Assert.That(
            ResultVariant.Of(grid, SweepGrid.Default),
            Does.Match(@"^Gemm = 8x8x8; SparsityOfA = \[0, 2/3\]; Technology = 45nm \([0-9a-f]{8}\); AllowSwap = False$"));
    }

    [Test]
    public void Of_OtherContentUnderTheSameName_IsToldApart()
    {
        var row = TechnologyTable.Default.Rows[0];
        var changed = TechnologyTable.Create("mine", [row with { Value = row.Value * 2 }, .. TechnologyTable.Default.Rows[1..]]);
        var same = TechnologyTable.Create("mine", TechnologyTable.Default.Rows);
        var design = Hardware.Designs.Accelerators.HighLight;
        var larger = design with { Array = design.Array with { SpatialM = design.Array.SpatialM * 2 } };

        Assert.That(ResultVariant.Of("t", changed, null), Does.StartWith("t = mine (").And.Not.EqualTo(ResultVariant.Of("t", same, null)));
        Assert.That(ResultVariant.Of("d", larger, null), Does.StartWith("d = HighLight (").And.Not.EqualTo(ResultVariant.Of("d", design, null)));
        Assert.That(ResultVariant.Of("d", design with { }, null), Is.EqualTo(ResultVariant.Of("d", design, null)));
    }

    [Test]
    public void Of_LongValue_IsCutAndStillToldApart()
    {
        var left = ResultVariant.Of("text", new string('a', 500), "");
        var right = ResultVariant.Of("text", new string('a', 499) + "b", "");

        Assert.That(left, Has.Length.LessThan(240).And.Not.EqualTo(right));
    }

    [Test]
    public void From_TextsThatCannotBeRead_AllAreListed() =>
        Assert.That(
            () => SweepGrid.From("1024", ["half"], ["2"], "64nm"),
            Throws.ArgumentException.With.Message.Contains("gemm: '1024' is not of the form MxKxN")
                .And.Message.Contains("sparsityOfA: 'half' is not a fraction").And.Message.Contains("Did you mean 65nm?"));

    [Test]
    public void From_DegreeThatNoPatternOffers_IsRefused() =>
        Assert.That(() => SweepGrid.From("8x8x8", ["1/7"], ["0"], "65nm"), Throws.ArgumentException.With.Message.Contains("A's sparsity degree 1/7 is not one of"));

    [Test]
    public void From_UnknownSetup_ListsTheReadings() =>
        Assert.That(() => EdpAccuracySettings.From("calm", "65nm"), Throws.ArgumentException.With.Message.Contains("setup: 'calm'").And.Message.Contains("every default"));
}
