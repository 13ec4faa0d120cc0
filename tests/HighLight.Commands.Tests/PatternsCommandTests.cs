using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class PatternsCommandTests
{
    private const string HighLightsA = "C1(4:{4<=H<=8})->C0(2:{2<=H<=4})";

    [Test]
    public async Task Patterns_Table_HasARowForEachPatternAndTheFamilyBelow()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("patterns", HighLightsA), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(world.Output, Does.Match(@"C1\(4:8\)→C0\(2:4\) +1/4 +3/4 +75 +32 +8 +28 +\d"));
        Assert.That(world.Output, Does.Contain("15 patterns, 12 distinct degrees: 0, 20, 33.33, 42.86, 46.67, 50, 55.56, 60, 61.9, 66.67, 71.43, 75 %."));

        // W = H0(H1−G1)/G0 + (H0−G0) = 4·4/2 + 2, N = 4/2 + 2.
        Assert.That(world.Output, Does.Contain("10 words/lane, 4 selectors/lane"));
    }

    [Test]
    public async Task Patterns_Json_HasTheDocumentedKeys()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("patterns", HighLightsA, "--format", "json"), Is.EqualTo(ExitCode.Success));
        var json = JsonNode.Parse(world.Output)!.AsObject();
        Assert.That(json.Select(property => property.Key), Is.EqualTo(["family", "patterns_count", "distinct_degrees", "mux_words_per_lane", "mux_selectors_per_lane", "patterns"]));
        Assert.That(json["patterns"]!.AsArray(), Has.Count.EqualTo(15));
        var last = json["patterns"]![14]!.AsObject();
        Assert.That(
            last.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
            Is.EqualTo("""{"pattern":"C1(4:8)→C0(2:4)","density":"1/4","degree":"3/4","degree_percent":75,"group_values":32,"group_kept_values":8,"group_metadata_bits":28,"mux_words_per_lane":10,"family_mux_words_per_lane":10}"""));
    }

    [Test]
    public async Task Patterns_Csv_HasARowForEachPattern()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("patterns", "2:{4,8}", "--format", "csv"), Is.EqualTo(ExitCode.Success));
        Assert.That(world.Output, Is.EqualTo("""
            pattern,density,degree,degree_percent,group_values,group_kept_values,group_metadata_bits,mux_words_per_lane,family_mux_words_per_lane
            C0(2:4),1/2,1/2,50,4,2,6,2,6
            C0(2:8),1/4,3/4,75,8,2,6,6,6

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Patterns_LargeGroups_KeepAllDigits()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("patterns", "1:65536->1:65536->1:65536->1:65536", "--format", "json"), Is.EqualTo(ExitCode.Success));
        Assert.That(world.Output, Does.Contain("\"group_values\": 18446744073709551616,"));
    }

    [Test]
    public async Task Patterns_BadArguments_AreAllNamed()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("patterns", "C0(5:4)", "--format", "cvs", "--josn"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("'C0(5:4)'").And.Contain("Did you mean csv?").And.Contain("'--josn' is not an option"));
        Assert.That(world.Output, Is.Empty);
    }

    [TestCase("The family is missing")]
    [TestCase("2 families are given", "2:4", "2:8")]
    [TestCase("is not a sparsity specification", "")]
    public async Task Patterns_NotOneFamily_SaysSo(string expected, params string[] families)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(["patterns", .. families]), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain(expected));
    }
}
