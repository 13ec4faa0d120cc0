using System.Collections.Immutable;
using HighLight.Commands.Evaluations;
using HighLight.Hardware.Designs;
using HighLight.Technology;

namespace HighLight.Commands.Tests.Evaluations;

public sealed class PresetTests
{
    private static readonly Preset TcOnly = new(
        "small-2022", "TC with a small buffer.", TechnologyTable.Node45, design => design.Name == "TC" ? design with { WordBits = 16 } : null);

    private static ImmutableArray<Preset> Known => [TcOnly];

    [Test]
    public void Find_KnownName_IsThatPreset()
    {
        var problems = new List<string>();
        Assert.That(Preset.Find("Small-2022", Known, problems), Is.SameAs(TcOnly));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void Find_UnknownName_ListsTheKnown()
    {
        var problems = new List<string>();
        Assert.That(Preset.Find("small-2021", Known, problems), Is.Null);
        Assert.That(problems.Single(), Does.Contain("'small-2021'").And.Contain("Did you mean small-2022?"));
    }

    [Test]
    public void ApplyTo_DesignsItLacks_AreNamed()
    {
        var problems = new List<string>();
        var designs = TcOnly.ApplyTo([Accelerators.TensorCore, Accelerators.HighLight, Accelerators.S2ta], problems);
        Assert.That(designs.Select(design => design.WordBits), Is.EqualTo([16]));
        Assert.That(problems, Has.Count.EqualTo(2));
        Assert.That(problems[0], Does.Contain("small-2022 has no design highlight"));
    }
}
