using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.EndToEnd;
using HighLight.Commands.Tests.Support;
using HighLight.Evaluation.Networks;
using HighLight.Hardware.Designs;
using HighLight.Models;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Commands.Tests;

public sealed class NetworkCommandTests
{
    private const string TwoLayers = "name,kind,role,m,k,n,count\nfirst,gemm,hidden,64,256,64,2\nlast,gemm,classifier,10,64,1,\n";

    [Test]
    public async Task Network_Json_HasTheDocumentedKeysInOrder()
    {
        using var world = new FakeWorld();
        var json = (await JsonAsync(world, "resnet50", "--design", "highlight", "--a", "C1(4:4)->C0(2:4)")).AsObject();
        Assert.That(json.Select(property => property.Key), Is.EqualTo([
            "network", "title", "source", "design", "a", "prune", "batch", "technology", "node_nm", "objective",
            "constraints", "macs", "weights", "cycles", "energy_pJ", "edp_pJ_cycles", "energy_by_component", "remark", "layers",
            "not_evaluated"]));
        Assert.That(json["layers"]![0]!.AsObject().Select(property => property.Key), Is.EqualTo([
            "name", "m", "k", "n", "count", "role", "pruned", "pruned_because", "a", "a_runs_as", "a_density", "a_stored_density",
            "b_runs_as", "b_density", "b_density_source", "output_density", "shortcut_density", "macs", "cycles", "energy_pJ", "edp_pJ_cycles",
            "bound", "why", "mapping", "swapped", "remark"]));
        Assert.That((Text(json, "network"), Text(json, "design"), Text(json, "a")), Is.EqualTo(("resnet50", "highlight", "C1(4:4)→C0(2:4)")));
    }

    [Test]
    public async Task Network_Json_AddsUpAndSaysWhatTheLibrarySays()
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, "resnet50", "--design", "highlight", "--a", "C1(4:4)->C0(2:4)");
        var layers = json["layers"]!.AsArray();
        var evaluation = NetworkEvaluation.Run(new(Networks.ResNet50, Accelerators.HighLight) { Assignment = PatternAssignment.Uniform(HssPattern.Parse("C1(4:4)->C0(2:4)")) });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(layers, Has.Count.EqualTo(54));
            Assert.That(layers.Sum(layer => Number(layer!, "cycles")), Is.EqualTo(Number(json, "cycles")).Within(1e-9).Percent);
            Assert.That(layers.Sum(layer => Number(layer!, "energy_pJ")), Is.EqualTo(Number(json, "energy_pJ")).Within(1e-9).Percent);
            Assert.That(json["energy_by_component"]!.AsObject().Sum(part => part.Value!.GetValue<double>()), Is.EqualTo(Number(json, "energy_pJ")).Within(1e-9).Percent);
            Assert.That(Number(json, "edp_pJ_cycles"), Is.EqualTo(Number(json, "energy_pJ") * Number(json, "cycles")).Within(1e-9).Percent);
            Assert.That((Number(json, "cycles"), Number(json, "energy_pJ")), Is.EqualTo((evaluation.Cycles, evaluation.EnergyPj)));
            Assert.That(layers.Where(layer => !layer!["pruned"]!.GetValue<bool>()).Select(layer => Text(layer!, "name")), Is.EqualTo(["conv1", "fc"]));
            Assert.That(layers.Select(layer => Number(layer!, "a_density")), Is.EqualTo(layers.Select(layer => layer!["pruned"]!.GetValue<bool>() ? 0.5 : 1)));
        }
    }

    [TestCase(new string[0], 52)]
    [TestCase(new[] { "--prune-first" }, 53)]
    [TestCase(new[] { "--prune-classifier" }, 53)]
    [TestCase(new[] { "--prune-first", "--prune-classifier" }, 54)]
    public async Task Network_PruningSwitches_DecideWhichLayersArePruned(string[] switches, int pruned)
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, ["resnet50", "--design", "tc", "--a", "2:4", .. switches]);
        Assert.That(json["layers"]!.AsArray().Count(layer => layer!["pruned"]!.GetValue<bool>()), Is.EqualTo(pruned));
    }

    [Test]
    public async Task Network_DenseWeights_PruneNothing()
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, "deit-small", "--design", "tc", "--a", "dense");
        Assert.That(json["layers"]!.AsArray().Select(layer => (layer!["pruned"]!.GetValue<bool>(), Text(layer, "a"))), Is.All.EqualTo((false, "dense")));
        Assert.That(json["layers"]!.AsArray().Count(layer => Text(layer!, "pruned_because") == "dense weights were asked for"), Is.EqualTo(4));
    }

    [Test]
    public async Task Network_All_IsEveryDesignWithS2taInTwoPasses()
    {
        using var world = new FakeWorld();
        var results = (await JsonAsync(world, "resnet50", "--design", "all", "--a", "2:4")).AsArray();
        Assert.That(results.Select(result => Text(result!, "design")), Is.EqualTo(["tc", "stc", "dstc", "s2ta-two-pass", "highlight", "dsso"]));
        Assert.That(results.Select(result => Number(result!, "edp_pJ_cycles")), Is.All.GreaterThan(0));
    }

    [Test]
    public async Task Network_DesignThatRefusesALayer_HasNoTotalsAndTheOthersArePrinted()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network", "resnet50", "--design", "s2ta,tc", "--a", "2:4", "--format", "json"), Is.EqualTo(ExitCode.Unsupported));
        var results = JsonNode.Parse(world.Output)!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(world.Error, Does.StartWith("error: s2ta: conv1, fc: Operand A (dense) is not supported"));
            Assert.That(new[] { "cycles", "energy_pJ", "edp_pJ_cycles" }.Select(key => results[0]![key]), Is.All.Null);
            Assert.That(results[0]!["energy_by_component"]!.AsObject().Select(part => part.Value), Has.Exactly(7).Items.And.All.Null);
            Assert.That(results[0]!["layers"]!.AsArray().Where(layer => layer!["cycles"] is null).Select(layer => Text(layer!, "name")), Is.EqualTo(["conv1", "fc"]));
            Assert.That(Text(results[0]!["layers"]![0]!, "why"), Does.Contain("is not supported"));
            Assert.That(Number(results[1]!, "cycles"), Is.GreaterThan(0));
        }
    }

    [Test]
    public async Task Network_Batch_MultipliesTheWork()
    {
        using var world = new FakeWorld();
        using var other = new FakeWorld();
        var one = await JsonAsync(world, "deit-small", "--design", "tc", "--a", "dense");
        var four = await JsonAsync(other, "deit-small", "--design", "tc", "--a", "dense", "--batch", "4");
        Assert.That((Number(four, "macs"), Number(four, "weights"), Number(four, "batch")), Is.EqualTo((4 * Number(one, "macs"), Number(one, "weights"), 4)));
        Assert.That(Number(four, "energy_pJ"), Is.GreaterThan(2 * Number(one, "energy_pJ")).And.LessThan(4 * Number(one, "energy_pJ")), "weights are read once for the batch");
    }

    [Test]
    public async Task Network_LayerTable_IsReadFromTheCurrentDirectory()
    {
        using var world = new FakeWorld();
        world.Write("mine.csv", TwoLayers);
        var json = await JsonAsync(world, "mine.csv", "--design", "highlight", "--a", "C1(4:8)->C0(2:4)", "--no-swap");
        var layers = json["layers"]!.AsArray();

        // 64 × 256 × 64 multiplies on 1024 multipliers, a quarter of them left, twice.
        Assert.That((Text(json, "network"), Number(layers[0]!, "count"), Text(layers[1]!, "pruned_because")), Is.EqualTo(("mine", 2, "classifier: the policy leaves it dense")));
        Assert.That(Number(json["layers"]![0]!, "macs"), Is.EqualTo(2 * 64 * 256 * 64));
        Assert.That(Number(layers[0]!, "cycles"), Is.GreaterThanOrEqualTo(2 * 256));
    }

    [Test]
    public async Task Network_Csv_IsARowForEachDesignOrLayer()
    {
        using var world = new FakeWorld();
        using var other = new FakeWorld();
        Assert.That(await world.RunAsync("network", "bert-base", "--design", "tc,stc", "--a", "2:4", "--format", "csv"), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(await other.RunAsync("network", "bert-base", "--design", "tc,stc", "--a", "2:4", "--format", "csv", "--layers"), Is.EqualTo(ExitCode.Success), () => other.Error);
        Assert.That(Lines(world.Output), Has.Length.EqualTo(3));
        Assert.That(Lines(world.Output)[0], Does.StartWith("network,title,source,design,a,prune_first_convolution,prune_classifier,batch,").And.Contain(",energy_mac_pJ,"));
        Assert.That(Lines(other.Output), Has.Length.EqualTo(13));
        Assert.That(Lines(other.Output)[0], Does.StartWith("network,design,name,m,k,n,count,role,pruned,"));
        Assert.That(Lines(other.Output)[7], Does.StartWith("bert-base,stc,qkv,2304,768,128,12,hidden,true,"));
    }

    [Test]
    public async Task Network_CsvOfADesignThatRefuses_KeepsItsColumns()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network", "bert-base", "--design", "s2ta,tc", "--a", "2:4", "--format", "csv"), Is.EqualTo(ExitCode.Unsupported));
        var fields = Lines(world.Output).Select(line => Regex.Replace(line, "\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(5)).Count(c => c == ',') + 1);
        Assert.That(fields, Is.EqualTo([25, 25, 25]), world.Output);
    }

    [Test]
    public async Task Network_All_IsTheSixDesignsAndSaysWhatRunsInTwoPasses()
    {
        using var world = new FakeWorld();
        var json = await JsonAsync(world, "bert-base", "--design", "all", "--a", "2:4", "--constraints", "paper");
        Assert.That(
            json.AsArray().Select(row => Text(row!, "design")),
            Is.EqualTo(new[] { "tc", "stc", "dstc", "s2ta-two-pass", "highlight", "dsso" }));
        Assert.That(Text(json.AsArray()[3]!, "remark"), Is.EqualTo("in place of s2ta, which refuses dense weights"));
        Assert.That(json.AsArray().SelectMany(row => row!["layers"]!.AsArray()).Select(layer => Text(layer!, "mapping")), Has.None.Contain("spilled"));
    }

    [Test]
    public async Task Network_Table_ShowsTotalsLayersAndWhatIsNotPruned()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network", "resnet50", "--design", "tc,highlight", "--a", "C1(4:8)->C0(2:4)", "--layers"), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(world.Output, Does.StartWith("ResNet-50 v1.5, batch 1: 54 layers, 4.089 G MACs, 25.503 M weights; C1(4:8)→C0(2:4) in 52 layers; technology 65nm"));
        Assert.That(world.Output, Does.Contain("EDP / tc").And.Contain("Energy by component (µJ)").And.Contain("Layers on tc").And.Contain("Layers on highlight"));
        Assert.That(world.Output, Does.Match(@"\n  conv2_1\.3x3 +64x576x3136 +1 +C1\(4:8\)→C0\(2:4\) +C1\(4:8\)→C0\(2:4\) +0\.25 +0\.45 +28224 "));
        Assert.That(world.Output, Does.Contain("TC serves no pattern; C1(4:8)→C0(2:4) runs as dense, its zeros are data (47 layers, such as conv2_1.1x1a)"));
        Assert.That(world.Output, Does.Contain("Not pruned (first convolution: the policy leaves it dense): conv1.").And.Contain("Not pruned (classifier: the policy leaves it dense): fc."));
    }

    [Test]
    public async Task Network_EverythingWrong_IsReportedAtOnceAndNothingIsDone()
    {
        using var world = new FakeWorld();
        string[] arguments = ["network", "resnet-50", "--design", "highlite", "--a", "5:4", "--batch", "0", "--objective", "epd", "--technology", "65", "--format", "xml", "--prune-fist"];
        Assert.That(await world.RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(world.Output, Is.Empty);
            Assert.That(world.Error, Does.Contain("'resnet-50' is neither a built-in network nor a file. Did you mean resnet50?"));
            Assert.That(world.Error, Does.Contain("no design 'highlite'. Did you mean highlight?"));
            Assert.That(world.Error, Does.Contain("--a: "));
            Assert.That(world.Error, Does.Contain("--batch: '0' is not a number of inputs: give a whole number, 1 or more."));
            Assert.That(world.Error, Does.Contain("no objective 'epd'. Did you mean edp?"));
            Assert.That(world.Error, Does.Contain("--technology: '65'"));
            Assert.That(world.Error, Does.Contain("no format 'xml'"));
            Assert.That(world.Error, Does.Contain("'--prune-fist' is not an option. Did you mean --prune-first?"));
            Assert.That(world.Error, Does.Contain("Nothing was done."));
        }
    }

    [Test]
    public async Task Network_NothingGiven_NamesWhatIsMissing()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("The network is missing").And.Contain("Known: resnet50, resnet50-v1,").And.Contain("--design is missing").And.Contain("--a is missing"));
    }

    [Test]
    public async Task Network_TwoNetworks_AreRefused()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network", "resnet50", "vit-base", "--design", "tc", "--a", "dense"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("2 networks are given (resnet50, vit-base)"));
    }

    [Test]
    public async Task Network_BadLayerTable_NamesFileLineAndColumn()
    {
        using var world = new FakeWorld();
        world.Write("mine.csv", TwoLayers.Replace("10,64", "x,0", StringComparison.Ordinal));
        Assert.That(await world.RunAsync("network", "mine.csv", "--design", "tc", "--a", "dense"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("mine.csv is no layer table:").And.Contain("line 3, column m: 'x' is no such number. A whole number 1..2147483647.").And.Contain("line 3, column k: '0'"));
    }

    [Test]
    public async Task Network_Model_IsRunForShapesAndMeasuredActivations()
    {
        using var world = new FakeWorld();
        var model = Path.Combine(Repository.Root, "data", "models", "mlsd_320x320_tiny.onnx");
        var json = await JsonAsync(world, model, "--design", "highlight", "--a", "C1(4:8)->C0(2:4)");
        var layers = json["layers"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Text(json, "network"), layers.Count), Is.EqualTo(("mlsd_320x320_tiny", OnnxModel.Load(model).Weights.Length)));
            Assert.That(layers.Select(layer => Text(layer!, "b_density_source")), Is.All.Contains("(measured: "));
            Assert.That(layers.Skip(1).Average(layer => Number(layer!, "b_density")), Is.InRange(0.3, 0.9), "a network of ReLUs");
            Assert.That(layers.Where(layer => !layer!["pruned"]!.GetValue<bool>()).Select(layer => Text(layer!, "role")), Is.EqualTo(["first_convolution"]));
            Assert.That(Number(json, "edp_pJ_cycles"), Is.GreaterThan(0));
        }
    }

    [Test]
    public async Task Network_FileThatIsNoModel_IsOneError()
    {
        using var world = new FakeWorld();
        world.Write("mine.onnx", "no model");
        Assert.That(await world.RunAsync("network", "mine.onnx", "--design", "tc", "--a", "2:4"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("mine.onnx").And.Contain("not an ONNX model").And.Contain("Nothing was done."));
    }

    [Test]
    public async Task Network_InputsOfANetworkThatIsNoModel_AreRefused()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network", "resnet50", "--design", "tc", "--a", "2:4", "--seed", "2", "--shape", "batch=1"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("--shape, --seed: only a model (.onnx) is run, but 'resnet50' is not one."));
    }

    [TestCase("two", "--seed: 'two' is not a seed")]
    [TestCase("-1", "--seed: '-1' is not a seed")]
    public async Task Network_BadSeed_IsRefusedBeforeTheModelIsRun(string seed, string problem)
    {
        using var world = new FakeWorld();
        world.Write("mine.onnx", "no model");
        Assert.That(await world.RunAsync("network", "mine.onnx", "--design", "tc", "--a", "2:4", "--seed", seed), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain(problem).And.Not.Contain("not an ONNX model"));
    }

    [TestCase("2147483647")]
    [TestCase("1000000")]
    public async Task Network_BatchBeyondAllBounds_IsRefused(string batch)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("network", "gpt2-small", "--design", "tc", "--a", "dense", "--batch", batch), Is.EqualTo(batch.Length > 7 ? ExitCode.Usage : ExitCode.Success), () => world.Error);
        Assert.That(world.Error, batch.Length > 7 ? Does.Contain("Take a smaller batch") : Is.Empty);
    }

    [Test]
    public async Task Networks_EachFormat_ListsThemAll()
    {
        foreach (var format in new[] { "table", "json", "csv" })
        {
            using var world = new FakeWorld();
            Assert.That(await world.RunAsync("networks", "--format", format), Is.EqualTo(ExitCode.Success), () => world.Error);
            Assert.That(Networks.All.Where(network => !world.Output.Contains(network.Title, StringComparison.Ordinal)), Is.Empty);
        }
    }

    [Test]
    public async Task Networks_Json_HasTheTotals()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("networks", "--format", "json"), Is.EqualTo(ExitCode.Success));
        var first = JsonNode.Parse(world.Output)![0]!;
        Assert.That((Text(first, "network"), Number(first, "layers"), Number(first, "macs"), Number(first, "weights")), Is.EqualTo(("resnet50", 54, 4_089_184_256, 25_502_912)));
    }

    [Test]
    public async Task Networks_SurplusArgument_IsRefused()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("networks", "resnet50"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("'resnet50'"));
    }

    private static async Task<JsonNode> JsonAsync(FakeWorld world, params string[] arguments)
    {
        Assert.That(await world.RunAsync(["network", .. arguments, "--format", "json"]), Is.EqualTo(ExitCode.Success), () => world.Error);
        return JsonNode.Parse(world.Output)!;
    }

    private static double Number(JsonNode node, string key) => node[key]!.GetValue<double>();

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
