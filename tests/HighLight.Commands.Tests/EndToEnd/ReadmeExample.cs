using System.Text.RegularExpressions;

namespace HighLight.Commands.Tests.EndToEnd;

/// <summary>An example of the README: the code block behind <c>&lt;!-- example: NAME --&gt;</c> and the one behind <c>&lt;!-- output: NAME --&gt;</c>.</summary>
internal sealed record ReadmeExample(string Code, string Output)
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static ReadmeExample Read(string name) => new(Block("example", name), Block("output", name));

    public static string Block(string kind, string name) => Block(Text, kind, name);

    public static string Block(string text, string kind, string name)
    {
        var match = Regex.Match(text, $"<!-- {kind}: {name} -->\n```[a-z]*\n(.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        Assert.That(match.Success, Is.True, $"The README has no block '{kind}: {name}'");
        return match.Groups[1].Value;
    }
}
