using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

/// <summary><c>highlight simulate</c>.</summary>
public sealed class SimulateCommandTests
{
    [TestCase("tc", "dense", "0.5")]
    [TestCase("stc", "2:4", "dense")]
    [TestCase("highlight", "C1(4:7)->C0(2:3)", "dense")]
    [TestCase("dsso", "2:4", "C1(2:5)->C0(4:4)")]
    public async Task Simulate_ComparedInJson_HoldsEveryExactClaim(string design, string a, string b)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("simulate", "--design", design, "--gemm", "70x90x130", "--a", a, "--b", b, "--compare", "--format", "json"), Is.EqualTo(ExitCode.Success), () => world.Error);
        var result = JsonNode.Parse(world.Output)!;
        Assert.That((bool)result["product_is_exact"]! && (bool)result["exact_claims_hold"]! && (bool)result["all_claims_hold"]!, Is.True, world.Output);
        Assert.That(result["quantities"]!.AsArray().Single(row => (string?)row!["quantity"] == "Compute")!["claim"]!.GetValue<string>(), Is.EqualTo("exact"));
        Assert.That((int)result["seed"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Simulate_SameSeed_PrintsTheSameAndAnotherDoesNot()
    {
        var texts = new List<string>();
        foreach (var seed in new[] { "3", "3", "4" })
        {
            using var world = new FakeWorld();
            Assert.That(await world.RunAsync("simulate", "--design", "highlight", "--gemm", "64x64x32", "--a", "2:4", "--b", "0.5", "--seed", seed), Is.EqualTo(ExitCode.Success));
            texts.Add(world.Output);
        }

        Assert.That((texts[0] == texts[1], texts[0] == texts[2]), Is.EqualTo((true, false)));
        Assert.That(texts[0], Does.Contain("VFMU row fetches").And.Contain("Z is the product, bit for bit.").And.Not.Contain("analytical"));
    }

    [Test]
    public async Task Simulate_MappingThatDoesNotFit_IsUnsupported()
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync("simulate", "--design", "tc", "--gemm", "1000x1000x8", "--a", "dense", "--b", "dense", "--mapping", "M1000 K1000 N8, M outer");
        Assert.That((code, world.Output), Is.EqualTo((ExitCode.Unsupported, "")));
        Assert.That(world.Error, Does.StartWith("error: tc: ").And.Contain("smaller tiles"));
    }

    [Test]
    public async Task Simulate_EverythingWrong_IsAllNamedAtOnce()
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync(
            "simulate", "--design", "tc,stc", "--gemm", "100000x100000x100000", "--a", "5:4", "--b", "2", "--seed", "-1", "--mapping", "M0", "--format", "csv", "--compar", "value", "surplus");
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        foreach (var problem in new[] { "2 designs", "too large to simulate", "--a: ", "--b: ", "--seed must be", "--mapping: ", "--format: ", "Did you mean --compare?", "'surplus'" })
        {
            Assert.That(world.Error, Does.Contain(problem));
        }
    }

    [TestCase(true, true, true, ExitCode.Success)]
    [TestCase(true, false, true, ExitCode.Mismatch)]
    [TestCase(true, false, false, ExitCode.Success)]
    [TestCase(false, false, false, ExitCode.Mismatch)]
    [TestCase(false, true, true, ExitCode.Mismatch)]
    public void Code_WhatWasFound_TellsWrongProductsAndBrokenClaims(bool product, bool claims, bool compare, int code) =>
        Assert.That(SimulateCommand.CodeOf(product, claims, compare), Is.EqualTo(code));
}
