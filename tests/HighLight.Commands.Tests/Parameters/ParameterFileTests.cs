using System.Text;
using HighLight.Commands.Parameters;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Parameters;

/// <summary>What JSON and YAML have in common.</summary>
public sealed class ParameterFileTests
{
    [TestCase("p.json", """{"a":1,"b":[true,null]}""")]
    [TestCase("p.yaml", "a: 1\nb: [true, null]")]
    [TestCase("p.YML", "a: 1\nb:\n- true\n-\n")]
    public void Read_File_IsReadByItsExtension(string name, string text) =>
        Assert.That(Read(name, Encoding.UTF8.GetBytes(text)), Is.EqualTo("""a=1 b=[true,null]"""));

    [TestCase("p.json", "{\"a\":1}")]
    [TestCase("p.yaml", "a: 1")]
    public void Read_ByteOrderMark_IsNoPartOfIt(string name, string text) =>
        Assert.That(Read(name, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]), Is.EqualTo("a=1"));

    [TestCase("p.txt", "must end with .json, .yaml or .yml")]
    [TestCase("gone.json", "cannot be read")]
    public void Read_OtherName_IsRefused(string name, string expected)
    {
        using var world = new FakeWorld();
        world.Write("p.txt", "{}");
        var problems = new List<string>();
        ParameterFile.Read(world.PathOf(name), name, problems);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain(expected));
    }

    [TestCase("p.json")]
    [TestCase("p.yaml")]
    public void Read_TextThatIsNotUtf8_NamesTheLine(string name) =>
        Assert.That(
            Read(name, [(byte)'#', (byte)'\n', (byte)'\n', 0xFF, 0xFE]),
            Is.EqualTo($"! {name}, line 3: it is not UTF-8 text. Save it as UTF-8."));

    [TestCase(0, true)]
    [TestCase(1, false)]
    public void Read_LargeFile_HasABound(int more, bool good)
    {
        var text = Encoding.UTF8.GetBytes("{\"a\":1}".PadRight(ParameterFile.MaximumLength + more));
        Assert.That(Read("p.json", text), good ? Is.EqualTo("a=1") : Does.StartWith("! p.json: it is larger than 1 MiB"));
    }

    [TestCase("p.json", 0, true)]
    [TestCase("p.json", 1, false)]
    [TestCase("p.yaml", 0, true)]
    [TestCase("p.yaml", 1, false)]
    public void Read_DeepArrays_HaveABound(string name, int more, bool good)
    {
        var depth = ParameterFile.MaximumDepth + more;
        var value = new string('[', depth) + new string(']', depth);
        var text = name.EndsWith("json", StringComparison.Ordinal) ? $"{{\"a\":{value}}}" : $"a: {value}";
        Assert.That(Read(name, Encoding.UTF8.GetBytes(text)), good ? Is.EqualTo($"a={value}") : Does.StartWith($"! {name}, line 1: "));
    }

    [Test]
    public void Read_ManyProblems_AreListedUpToABound()
    {
        var text = string.Join('\n', Enumerable.Range(0, 100).Select(number => $"a{number}: {{}}"));
        Assert.That(Read("p.yaml", Encoding.UTF8.GetBytes(text)).Split('!'), Has.Length.EqualTo(1 + ParameterFileProblems.Maximum + 1));
    }

    /// <summary>The parameters as <c>name=json</c>, or the problems, each after an exclamation mark.</summary>
    internal static string Read(string name, byte[] bytes)
    {
        using var world = new FakeWorld();
        File.WriteAllBytes(world.PathOf(name), bytes);
        var problems = new List<string>();
        var parameters = ParameterFile.Read(world.PathOf(name), name, problems);
        Assert.That(parameters.Any(parameter => parameter.IsText), Is.False);
        return problems.Count > 0
            ? string.Join(' ', problems.Select(problem => "! " + problem))
            : string.Join(' ', parameters.Select(parameter => $"{parameter.Name}={parameter.Value.GetRawText()}"));
    }
}
