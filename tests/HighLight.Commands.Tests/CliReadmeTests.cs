using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.EndToEnd;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

/// <summary>The examples of the tool's README print what it shows. When a number of the engine changed on purpose, put the new output there.</summary>
public sealed class CliReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "lib", "HighLight.Cli", "README.md"));

    [TestCase("evaluate")]
    [TestCase("network")]
    [TestCase("networks")]
    [TestCase("simulate")]
    [TestCase("patterns")]
    public async Task Example_OfTheReadme_PrintsWhatItShows(string name)
    {
        using var world = new FakeWorld();
        var command = Block("example", name);
        Assert.That(command, Does.StartWith("highlight "));
        Assert.That(await world.RunAsync([.. Words(command).Skip(1)]), Is.EqualTo(ExitCode.Success), () => world.Error);
        Assert.That(Lines(world.Output), Is.EqualTo(Lines(Block("output", name))), world.Output);
    }

    /// <summary>The README leaves rows out; those that it shows are printed, in that order.</summary>
    [Test]
    public async Task PruneExample_OfTheReadme_PrintsWhatItShows()
    {
        using var world = new FakeWorld();
        File.Copy(Path.Combine(Repository.Root, "data", "models", "mlsd_320x320_tiny.onnx"), world.PathOf("mlsd_320x320_tiny.onnx"));
        Assert.That(await world.RunAsync([.. Words(Block("example", "prune")).Skip(1)]), Is.EqualTo(ExitCode.Success), () => world.Error);
        var printed = Lines(world.Output);
        Assert.That(printed.Where(Lines(Block("output", "prune")).Contains), Is.EqualTo(Lines(Block("output", "prune"))), world.Output);
    }

    [Test]
    public async Task JsonExample_OfTheReadme_PrintsWhatItShows()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync([.. Words(Block("example", "json")).Skip(1)]), Is.EqualTo(ExitCode.Success), () => world.Error);
        var shown = Leaves(JsonNode.Parse(Block("output", "json"))!).ToArray();
        var printed = Leaves(JsonNode.Parse(world.Output)!).ToArray();
        Assert.That(printed.Select(leaf => leaf.Path), Is.EqualTo(shown.Select(leaf => leaf.Path)));
        Assert.That(printed.Select(leaf => leaf.Text), Is.EqualTo(shown.Select(leaf => leaf.Text)));

        // The last digit of a double is no promise of a README.
        Assert.That(printed.Select(leaf => leaf.Number), Is.EqualTo(shown.Select(leaf => leaf.Number)).Within(1e-9).Percent, world.Output);
    }

    [Test]
    public void ExitCodes_OfTheReadme_AreAllOfThem()
    {
        var codes = typeof(ExitCode).GetFields().Select(field => (int)field.GetRawConstantValue()!);
        var listed = Regex.Matches(Readme, @"^\| (\d+) \|", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Select(match => int.Parse(match.Groups[1].Value));
        Assert.That(listed, Is.EquivalentTo(codes));
    }

    [Test]
    public void CompletionLines_OfTheReadme_AreThoseOfTheHelp()
    {
        using var world = new FakeWorld();
        foreach (var (line, _) in new CompletionCommand(world.CreateContext()).Examples)
        {
            Assert.That(Readme, Does.Contain(line.Replace("|", "&#124;")));
        }
    }

    [TestCase("run")]
    [TestCase("convert")]
    public async Task Options_OfTheHelp_AreInTheReadme(string command)
    {
        using var world = new FakeWorld();
        await world.RunAsync(command, "--help");
        var section = Regex.Match(Readme, $"\n## highlight {command}\n(.*?)\n## ", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value;
        var options = Regex.Matches(world.Output, @"^  (?:-\w, )?(-[\w-]+)", RegexOptions.Multiline, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups[1].Value).Where(option => option is not "--help" and not "-h").ToArray();
        Assert.That(options, Is.Not.Empty);
        Assert.That(options.Where(option => !section.Contains(option, StringComparison.Ordinal)), Is.Empty);
    }

    private static string Block(string kind, string name)
    {
        var match = Regex.Match(Readme, $"<!-- {kind}: {name} -->\n```[a-z]*\n(.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        Assert.That(match.Success, Is.True, $"lib/HighLight.Cli/README.md has no block '{kind}: {name}'");
        return match.Groups[1].Value;
    }

    private static IEnumerable<(string Path, string? Text, double Number)> Leaves(JsonNode node) => node.AsObject().SelectMany(property => property.Value switch
    {
        JsonObject inner => Leaves(inner),
        { } value when value.GetValueKind() == JsonValueKind.Number => [(value.GetPath(), null, value.GetValue<double>())],
        var value => [($"$.{property.Key}", value?.ToJsonString(), 0)],
    });

    /// <summary>As a shell splits them: spaces part words, but not inside double quotes.</summary>
    private static IEnumerable<string> Words(string command) =>
        Regex.Matches(command, "\"([^\"]*)\"|([^ \n]+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value);

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
