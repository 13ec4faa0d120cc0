using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;
using HighLight.Hardware.Designs;

namespace HighLight.Commands.Tests;

public sealed class DesignsCommandTests
{
    [Test]
    public async Task Designs_Table_ShowsResourcesAndSupport()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("designs"), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(world.Output, Does.Match(@"\n  tc +8 +1024 +64×16×1 +320 +0 +4 × 2048 +32 +16\n"));
        Assert.That(world.Output, Does.Match(@"\n  highlight +A +C1\(4:\{4≤H≤8\}\)→C0\(2:\{2≤H≤4\}\) +skip +offsets +run as dense +- +- +yes"));
        Assert.That(world.Output, Does.Match(@"\n  highlight +B +- +- +- +unstructured +gate +bitmask +yes"));
        Assert.That(world.Output, Does.Match(@"\n  s2ta +A +C0\(\{G≤4\}:8\) +skip +bitmask +refused +- +- +no"));
    }

    [Test]
    public async Task Designs_Json_DescribesEveryDesign()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("designs", "--format", "json"), Is.EqualTo(ExitCode.Success));
        var designs = JsonNode.Parse(world.Output)!.AsArray();
        Assert.That(designs.Select(design => design!["name"]!.GetValue<string>()), Is.EqualTo(Accelerators.All.Select(design => design.Name)));
        var highlight = designs.Single(design => design!["design"]!.GetValue<string>() == "highlight")!;
        Assert.That(highlight["multipliers"]!.GetValue<int>(), Is.EqualTo(1024));
        Assert.That(highlight["buffer_bytes"]!.GetValue<long>(), Is.EqualTo(262144));
        Assert.That(highlight["a"]!["patterns"]![0]!.GetValue<string>(), Is.EqualTo("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})"));
        Assert.That(highlight["b"]!["unstructured_zeros"]!.GetValue<string>(), Is.EqualTo("gate"));
    }

    [Test]
    public async Task Designs_FormatItLacks_IsRefused()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("designs", "surplus", "--format", "csv"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("there is no format 'csv'").And.Contain("Known: table, json.").And.Contain("'surplus'"));
    }
}
