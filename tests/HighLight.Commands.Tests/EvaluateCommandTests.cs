using System.Text.RegularExpressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Tests.Support;
using HighLight.Technology;

namespace HighLight.Commands.Tests;

public sealed class EvaluateCommandTests
{
    private static readonly string[] Cube = ["--gemm", "1024x1024x1024"];

    [Test]
    public async Task Evaluate_ReadmeExample_HasTheDocumentedKeysInOrder()
    {
        using var world = new FakeWorld();
        var json = (await JsonAsync(world, ["--design", "highlight", .. Cube, "--a", "C1(4:8)->C0(2:4)", "--b", "0.25"])).AsObject();
        Assert.That(json.Select(property => property.Key), Is.EqualTo([
            "design", "m", "k", "n", "a", "b", "a_runs_as", "b_runs_as", "technology", "node_nm", "preset", "constraints", "objective",
            "cycles", "energy_pJ", "edp_pJ_cycles", "area_mm2", "saf_area_mm2", "bound", "energy_by_component", "cycles_by_bound",
            "ideal_cycles", "macs", "mapping", "swapped", "remark"]));
        Assert.That(json["design"]!.GetValue<string>(), Is.EqualTo("highlight"));
        Assert.That(json["a"]!.GetValue<string>(), Is.EqualTo("C1(4:8)→C0(2:4)"));
        Assert.That(json["b"]!.GetValue<string>(), Is.EqualTo("0.25"));

        // 1024³ multiplies on 1024 multipliers, a quarter of them left.
        Assert.That(Number(json, "cycles"), Is.EqualTo(262144));
        Assert.That(json["bound"]!.GetValue<string>(), Is.EqualTo("compute"));
    }

    [Test]
    public async Task Evaluate_Json_AddsUp()
    {
        using var world = new FakeWorld();
        var results = (await JsonAsync(world, ["--design", "tc,stc,dstc,s2ta,highlight,dsso", .. Cube, "--a", "2:4", "--b", "0.25"])).AsArray();
        Assert.That(results, Has.Count.EqualTo(6));
        foreach (var result in results.Select(node => node!.AsObject()))
        {
            Assert.That(result["energy_by_component"]!.AsObject().Sum(part => part.Value!.GetValue<double>()), Is.EqualTo(Number(result, "energy_pJ")).Within(1e-12).Percent);
            Assert.That(Number(result["cycles_by_bound"]!, result["bound"]!.GetValue<string>()), Is.EqualTo(Number(result, "cycles")));
            Assert.That(Number(result, "edp_pJ_cycles"), Is.EqualTo(Number(result, "energy_pJ") * Number(result, "cycles")).Within(1e-12).Percent);
            Assert.That(result["macs"]!.AsObject().Sum(part => part.Value!.GetValue<double>()), Is.EqualTo(1024.0 * 1024 * 1024).Within(1e-9).Percent);
            Assert.That(Number(result, "ideal_cycles"), Is.LessThanOrEqualTo(Number(result["cycles_by_bound"]!, "compute")));
            Assert.That(Number(result, "area_mm2"), Is.GreaterThan(Number(result, "saf_area_mm2")));
        }
    }

    [TestCase("tc", "dense", "dense", 1048576)]
    [TestCase("stc", "2:4", "dense", 524288)]
    [TestCase("stc", "C1(4:8)->C0(2:4)", "0.25", 524288)]
    [TestCase("HighLight", "C1(4:8)->C0(2:4)", "dense", 262144)]
    [TestCase("dsso", "2:4", "C1(2:4)->C0(4:4)", 262144)]
    public async Task Evaluate_Cycles_AreThoseOfTheStructure(string design, string a, string b, double cycles)
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, ["--design", design, .. Cube, "--a", a, "--b", b, "--no-swap"]);
        Assert.That(Number(json, "cycles"), Is.EqualTo(cycles));
    }

    [Test]
    public async Task Evaluate_All_IsATableOfEveryDesign()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(["evaluate", "--design", "all", .. Cube, "--a", "2:4", "--b", "0.5"]), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(world.Output, Does.Contain("GEMM 1024x1024x1024 (M×K×N), A C0(2:4), B 0.5, technology 65nm"));
        Assert.That(world.Output, Does.Contain("energy (µJ)").And.Contain("EDP (J·cycles)").And.Contain("area (mm²)").And.Contain("Energy by component (µJ)"));
        foreach (var name in DesignArgument.Names)
        {
            // Summary, energy, cycles.
            Assert.That(world.Output.Split('\n').Count(line => line.StartsWith($"  {name} ", StringComparison.Ordinal)), Is.EqualTo(3), name);
        }

        Assert.That(world.Output, Does.Match(@"\n  stc +C0\(2:4\) +dense +524288 +"));
        Assert.That(world.Output, Does.Contain("\ntc: A: TC serves no pattern; C0(2:4) runs as dense, its zeros are data; B: "));
    }

    [Test]
    public async Task Evaluate_Csv_SaysWhatJsonSays()
    {
        using var world = new FakeWorld();
        using var other = new FakeWorld();
        string[] request = ["--design", "tc,highlight", .. Cube, "--a", "2:4", "--b", "0.5"];
        Assert.That(await world.RunAsync(["evaluate", .. request, "--format", "csv"]), Is.EqualTo(ExitCode.Success));
        var json = (await JsonAsync(other, request)).AsArray();
        var lines = world.Output.Split('\n');
        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[3], Is.Empty);
        var header = lines[0].Split(',');
        Assert.That(header, Does.Contain("energy_pJ").And.Contain("energy_mac_pJ").And.Contain("cycles_dram_read").And.Contain("macs_gated").And.Contain("area_mm2"));
        // Texts of the line that hold commas are in quotes, behind the numbers: all of what runs as what is before them.
        var fields = Regex.Replace(lines[2], "\"[^\"]*\"", "text", RegexOptions.None, TimeSpan.FromSeconds(5)).Split(',');
        Assert.That(fields[Array.IndexOf(header, "design")], Is.EqualTo("highlight"));
        Assert.That(fields[Array.IndexOf(header, "energy_dram_pJ")], Is.EqualTo(json[1]!["energy_by_component"]!["dram"]!.ToJsonString()));
        Assert.That(lines[1], Does.Contain($",\"{json[0]!["mapping"]!.GetValue<string>()}\",false,\"A: TC serves no pattern; "));
    }

    [Test]
    public async Task Evaluate_Twice_PrintsTheSame()
    {
        string[] request = ["evaluate", "--design", "all", "--gemm", "100x300x77", "--a", "2:4", "--b", "0.3", "--format", "json"];
        using var once = new FakeWorld();
        using var again = new FakeWorld();
        Assert.That(await once.RunAsync(request), Is.EqualTo(await again.RunAsync(request)));
        Assert.That(again.Output, Is.EqualTo(once.Output).And.Not.Empty);
    }

    [TestCase("tc", "dense", "dense")]
    [TestCase("highlight", "C1(4:6)->C0(2:3)", "0.4")]
    [TestCase("dstc", "0.3", "0.4")]
    public async Task Evaluate_MappingGivenBack_ReplaysTheResult(string design, string a, string b)
    {
        using var found = new FakeWorld();
        using var replayed = new FakeWorld();
        string[] request = ["--design", design, "--gemm", "384x1152x3136", "--a", a, "--b", b];
        var json = await JsonAsync(found, [.. request, "--no-swap"]);
        await JsonAsync(replayed, [.. request, "--mapping", json["mapping"]!.GetValue<string>()]);
        Assert.That(replayed.Output, Is.EqualTo(found.Output));
    }

    [Test]
    public async Task Evaluate_SwappedResult_IsReplayedWithTheOperandsExchanged()
    {
        using var found = new FakeWorld();
        using var replayed = new FakeWorld();
        var swapped = await JsonAsync(found, "--design", "stc", "--gemm", "256x512x1024", "--a", "dense", "--b", "2:4");
        Assert.That(swapped["swapped"]!.GetValue<bool>(), Is.True);
        var straight = await JsonAsync(replayed, "--design", "stc", "--gemm", "1024x512x256", "--a", "2:4", "--b", "dense", "--mapping", swapped["mapping"]!.GetValue<string>());
        Assert.That(straight["swapped"]!.GetValue<bool>(), Is.False);
        Assert.That(Number(straight, "energy_pJ"), Is.EqualTo(Number(swapped, "energy_pJ")));
        Assert.That(Number(straight, "cycles"), Is.EqualTo(Number(swapped, "cycles")));
    }

    [Test]
    public async Task Evaluate_NoSwap_KeepsTheOrder()
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, "--design", "stc", "--gemm", "256x512x1024", "--a", "dense", "--b", "2:4", "--no-swap");
        Assert.That(json["swapped"]!.GetValue<bool>(), Is.False);
        Assert.That(Number(json, "cycles"), Is.GreaterThanOrEqualTo(256.0 * 512 * 1024 / 1024));
    }

    [Test]
    public async Task Evaluate_Objective_IsWhatTheMapperMinimises()
    {
        var results = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var objective in new[] { "edp", "energy", "cycles" })
        {
            using var world = new FakeWorld();
            results[objective] = await JsonAsync(world, "--design", "highlight", "--gemm", "300x700x5000", "--a", "C1(4:8)->C0(2:4)", "--b", "0.5", "--objective", objective);
            Assert.That(results[objective]["objective"]!.GetValue<string>(), Is.EqualTo(objective));
        }

        Assert.That(Number(results["energy"], "energy_pJ"), Is.LessThanOrEqualTo(results.Values.Min(result => Number(result, "energy_pJ"))));
        Assert.That(Number(results["cycles"], "cycles"), Is.LessThanOrEqualTo(results.Values.Min(result => Number(result, "cycles"))));
        Assert.That(Number(results["edp"], "edp_pJ_cycles"), Is.LessThanOrEqualTo(results.Values.Min(result => Number(result, "edp_pJ_cycles"))));
    }

    [Test]
    public async Task Evaluate_Technology_IsABuiltInTableOrAFile()
    {
        using var default65 = new FakeWorld();
        using var builtIn45 = new FakeWorld();
        using var file = new FakeWorld();
        TechnologyTable.Node45.WriteCsv(file.PathOf("mine.csv"));
        string[] request = ["--design", "tc", "--gemm", "128x128x128", "--a", "dense", "--b", "dense"];
        var at65 = await JsonAsync(default65, request);
        var at45 = await JsonAsync(builtIn45, [.. request, "--technology", "45nm"]);
        var own = await JsonAsync(file, [.. request, "--technology", "mine.csv"]);
        Assert.That(at65["node_nm"]!.GetValue<int>(), Is.EqualTo(65));
        Assert.That(at45["node_nm"]!.GetValue<int>(), Is.EqualTo(45));
        Assert.That(own["technology"]!.GetValue<string>(), Is.EqualTo("mine"));
        Assert.That(Number(own, "energy_pJ"), Is.EqualTo(Number(at45, "energy_pJ")).And.Not.EqualTo(Number(at65, "energy_pJ")));
    }

    [Test]
    public async Task Evaluate_Explain_SaysHowTheNumbersCameAbout()
    {
        using var table = new FakeWorld();
        using var json = new FakeWorld();
        string[] request = ["--design", "highlight", .. Cube, "--a", "C1(4:8)->C0(2:4)", "--b", "0.25", "--explain"];
        Assert.That(await table.RunAsync(["evaluate", .. request]), Is.EqualTo(ExitCode.Success));
        Assert.That(table.Output, Does.Contain("\nHighLight on 1024x1024x1024").And.Contain("262144").And.Contain("runs as C1(4:8)→C0(2:4)").And.Match(@"area: [0-9.]+ mm².*\n +multipliers: [0-9.]+ mm²"));
        var explanation = (await JsonAsync(json, request))["explanation"]!.AsArray();
        Assert.That(explanation, Is.Not.Empty);
        Assert.That(table.Output, Does.Contain(explanation[0]!.GetValue<string>()));
    }

    [Test]
    public async Task Evaluate_TechnologyWithoutAreas_LeavesTheAreaOutAndWarns()
    {
        using var world = new FakeWorld();
        world.Write("energies.csv", [.. TechnologyTable.Default.ToCsv().Split('\n').Where(line => !line.Contains(",area,", StringComparison.Ordinal))]);
        var code = await world.RunAsync(["evaluate", "--design", "tc", .. Cube, "--a", "dense", "--b", "dense", "--technology", "energies.csv", "--format", "json"]);
        Assert.That(code, Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(JsonNode.Parse(world.Output)!.AsObject()["area_mm2"], Is.Null);
        Assert.That(world.Error, Does.StartWith("warning: tc: ").And.Contain("has no area for mac"));
    }

    [Test]
    public async Task Evaluate_UnsupportedPair_SaysWhyAndEndsWith3()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(["evaluate", "--design", "s2ta", .. Cube, "--a", "dense", "--b", "dense", "--format", "json"]), Is.EqualTo(ExitCode.Unsupported));
        Assert.That(world.Error, Does.StartWith("error: s2ta: Operand A (dense) is not supported").And.Contain("C0({G≤4}:8)"));
        Assert.That(world.Output, Is.Empty);
    }

    [Test]
    public async Task Evaluate_OneOfSeveralUnsupported_PrintsTheOthersAndEndsWith3()
    {
        using var world = new FakeWorld();
        string[] dense = ["--a", "dense", "--b", "dense", "--format", "json"];
        Assert.That(await world.RunAsync(["evaluate", "--design", "tc,s2ta,highlight", .. Cube, .. dense]), Is.EqualTo(ExitCode.Unsupported));
        Assert.That(world.Error, Does.StartWith("error: s2ta: ").And.Not.Contain("highlight:"));
        Assert.That(
            JsonNode.Parse(world.Output)!.AsArray().Select(result => result!["design"]!.GetValue<string>()),
            Is.EqualTo(new[] { "tc", "highlight" }));
    }

    [Test]
    public async Task Evaluate_AllWithDenseWeights_TakesS2taInTwoPassesAndSaysSo()
    {
        using var world = new FakeWorld();
        string[] dense = ["--a", "dense", "--b", "dense", "--format", "json"];
        Assert.That(await world.RunAsync(["evaluate", "--design", "all", .. Cube, .. dense]), Is.Zero, () => world.Error);
        Assert.That(world.Error, Is.Empty);
        var rows = JsonNode.Parse(world.Output)!.AsArray();
        Assert.That(
            rows.Select(row => row!["design"]!.GetValue<string>()),
            Is.EqualTo(DesignArgument.Names.Select(name => name == "s2ta" ? "s2ta-two-pass" : name)));
        var twoPass = rows.Single(row => row!["design"]!.GetValue<string>() == "s2ta-two-pass")!;
        Assert.That(twoPass["remark"]!.GetValue<string>(), Is.EqualTo("in place of s2ta, which refuses the operands"));
        Assert.That(twoPass["a_runs_as"]!.GetValue<string>(), Is.EqualTo("C0(8:8) in 2 passes"));
    }

    [TestCase("table", "stc: A: STC serves C0(2:4); C0(3:9) runs as dense, its zeros are data")]
    [TestCase("csv", ",A: STC serves C0(2:4); C0(3:9) runs as dense")]
    [TestCase("json", "\"remark\": \"A: STC serves C0(2:4); C0(3:9) runs as dense, its zeros are data\"")]
    public async Task Evaluate_PatternThatIsNotServed_SaysWhatItRunsAs(string format, string expected)
    {
        using var world = new FakeWorld();
        string[] arguments = ["evaluate", "--design", "stc", .. Cube, "--a", "C0(3:9)", "--b", "dense", "--no-swap", "--format", format];
        Assert.That(await world.RunAsync(arguments), Is.Zero);
        Assert.That(world.Output.Replace("\"A: STC", format == "csv" ? "A: STC" : "\"A: STC", StringComparison.Ordinal), Does.Contain(expected));
    }

    [TestCase("table")]
    [TestCase("csv")]
    [TestCase("json")]
    public async Task Evaluate_AllWhereAMappingFitsNone_IsRowsWithTheReason(string format)
    {
        using var world = new FakeWorld();
        string[] mapping = ["--mapping", "M1024 K1024 N1024, M outer", "--format", format];
        Assert.That(await world.RunAsync(["evaluate", "--design", "all", .. Cube, "--a", "dense", "--b", "dense", .. mapping]), Is.Zero);
        Assert.That(Regex.Count(world.Output, "smaller tiles", RegexOptions.None, TimeSpan.FromSeconds(5)), Is.GreaterThanOrEqualTo(5));
        Assert.That(world.Error, Is.Empty);
    }

    [TestCase("--preset", "paper")]
    [TestCase("--constraints", "paper")]
    public async Task Evaluate_Paper_SpillsNoSums(string option, string value)
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(
            world, "--design", "highlight", "--gemm", "768x3072x128", "--a", "C1(4:8)->C0(2:4)", "--b", "dense", option, value);
        Assert.That(json["mapping"]!.GetValue<string>(), Does.Not.Contain("spilled"));
        Assert.That(json["constraints"]!.GetValue<string>(), Is.EqualTo("no spill"));
    }

    [Test]
    public async Task Evaluate_MappingThatDoesNotFit_SaysWhyAndEndsWith3()
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync(["evaluate", "--design", "tc", .. Cube, "--a", "dense", "--b", "dense", "--mapping", "M1024 K1024 N1024, M outer"]);
        Assert.That(code, Is.EqualTo(ExitCode.Unsupported));
        Assert.That(world.Error, Does.Contain("need 2097152 bytes").And.Contain("smaller tiles"));
    }

    [Test]
    public async Task Evaluate_Constraints_SearchTheWholeSpaceUnderThem()
    {
        var edp = new Dictionary<string, double>(StringComparer.Ordinal);
        var mappings = new List<string>();
        foreach (var constraints in new[] { "", "any", "no spill" })
        {
            using var world = new FakeWorld();
            string[] option = constraints.Length == 0 ? [] : ["--constraints", constraints];
            await world.RunAsync(
                ["evaluate", "--design", "tc", "--gemm", "2048x2048x2048", "--a", "dense", "--b", "dense", "--format", "json", .. option]);
            var result = JsonNode.Parse(world.Output)!;
            edp[constraints] = Number(result, "energy_pJ") * Number(result, "cycles");
            mappings.Add(result["mapping"]!.GetValue<string>());
        }

        Assert.That(edp["any"], Is.LessThan(edp["no spill"]));
        Assert.That(edp["any"], Is.EqualTo(edp[""]));
        Assert.That(mappings, Has.Exactly(2).EndsWith(", Z spilled"));
    }

    [TestCase("whole", "--constraints: 'whole' is not a constraint")]
    [TestCase("any", "--constraints is about the mapper's choice")]
    public async Task Evaluate_ConstraintsThatSayNothing_AreRefused(string text, string reason)
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync(
            ["evaluate", "--design", "tc", .. Cube, "--a", "dense", "--b", "dense", "--constraints", text, "--mapping", "M64 K64 N64, M outer"]);
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain(reason));
    }

    [Test]
    public async Task Evaluate_MappingThatSpillsInSilence_SaysHowToAllowIt()
    {
        using var world = new FakeWorld();
        string[] arguments = ["evaluate", "--design", "stc", "--gemm", "440x2987x129", "--a", "dense", "--b", "dense", "--mapping"];
        Assert.That(await world.RunAsync([.. arguments, "M192 K512 N129, M outer"]), Is.EqualTo(ExitCode.Unsupported));
        Assert.That(world.Error, Does.Contain("register files").And.Contain("'M192 K512 N129, M outer, Z spilled'"));
        Assert.That(await world.RunAsync([.. arguments, "M192 K512 N129, M outer, Z spilled"]), Is.EqualTo(ExitCode.Success));
    }

    [TestCase("0")]
    [TestCase("1e-300")]
    public async Task Evaluate_AlmostNothing_IsStillValidJson(string density)
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync("evaluate", "--design", "all", "--gemm", "1x1x1", "--a", density, "--b", density, "--format", "json");
        Assert.That(code, Is.Zero, () => world.Error);
        foreach (var result in JsonNode.Parse(world.Output)!.AsArray())
        {
            Assert.That(Number(result!, "energy_pJ"), Is.GreaterThan(0).And.LessThan(double.PositiveInfinity));
        }
    }

    [Test]
    public async Task Evaluate_TheLargestGroup_IsEvaluated()
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, "--design", "tc,stc,dstc,highlight,dsso", "--gemm", "64x64x64", "--a", "C1(1:32768)->C0(1:65535)", "--b", "dense");
        Assert.That(json.AsArray(), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Evaluate_TheLargestGemm_IsEvaluated()
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, "--design", "tc", "--gemm", "2147483647x1024x2147483647", "--a", "dense", "--b", "dense", "--explain");
        Assert.That(Number(json, "cycles"), Is.GreaterThanOrEqualTo(2147483647.0 * 2147483647.0));
    }

    private static async Task<JsonNode> JsonAsync(FakeWorld world, params string[] request)
    {
        Assert.That(await world.RunAsync(["evaluate", .. request, "--format", "json"]), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(world.Error, Is.Empty);
        return JsonNode.Parse(world.Output, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = false })!;
    }

    private static double Number(JsonNode node, string key) => node[key]!.GetValue<double>();
}
