using HighLight.Notebooks.Formatting;
using Microsoft.DotNet.Interactive;

namespace HighLight.Notebooks.Tests.Formatting;

internal sealed class FormatterRegistryTests
{
    private readonly FormatterRegistry _registry = new();

    [Test]
    public void Format_ConventionWithPreference_GivesOnlyThePreferred() =>
        Assert.That(Texts(new Temperature(300.5)), Is.EqualTo(new[] { "text/html=<b>300.5</b>" }));

    [Test]
    public void Format_ConventionWithoutPreference_GivesAllThatDoNotDecline() =>
        Assert.That(Texts(new UnrankedTemperature(1)), Is.EqualTo(new[] { "text/html=<b>1</b>", "text/plain=1 K" }));

    [Test]
    public void Format_ConventionWithMimeType_GivesThatOne() =>
        Assert.That(Texts(new Temperature(2), "text/plain"), Is.EqualTo(new[] { "text/plain=2 K" }));

    [Test]
    public void Format_FailingFormatter_SaysWhichAndWhy() =>
        Assert.That(() => Texts(new Failing()), Throws.TypeOf<FormattingException>().With.Message.Contains("text/html formatter of Failing failed: FormatException: bad luck"));

    [Test]
    public void Format_MisdeclaredSource_SaysWhatIsMissing() =>
        Assert.That(() => Texts(new Misdeclared()), Throws.TypeOf<FormattingException>().With.Message.Contains("has no public parameterless constructor"));

    [Test]
    public void Format_UnknownMimeType_NamesTheKnown() =>
        Assert.That(() => Texts(new Temperature(1), "image/png"), Throws.TypeOf<FormattingException>().With.Message.Contains("only as text/html, text/plain"));

    [Test]
    public void Format_RegisteredFormatter_ComesBeforeTheConvention()
    {
        _registry.Register(new RegisteredFormatter(typeof(Temperature), "text/html", (value, writer) => writer.Write("mine")));
        Assert.That(Texts(new Temperature(1)), Is.EqualTo(new[] { "text/html=mine" }));
    }

    [Test]
    public void Format_SeveralRegistered_NearestTypeThenLatestIsUsed()
    {
        _registry.Register(new RegisteredFormatter(typeof(object), "text/plain", (_, writer) => writer.Write("object")));
        _registry.Register(new RegisteredFormatter(typeof(Exception), "text/plain", (_, writer) => writer.Write("first")));
        _registry.Register(new RegisteredFormatter(typeof(Exception), "text/plain", (_, writer) => writer.Write("second")));
        _registry.Register(new RegisteredFormatter(typeof(IEnumerable<>), "text/plain", (_, writer) => writer.Write("sequence")));
        Assert.That(Texts(new FormatException()), Is.EqualTo(new[] { "text/plain=second" }));
        Assert.That(Texts(new List<int>()), Is.EqualTo(new[] { "text/plain=sequence" }));
        Assert.That(Texts(1.5), Is.EqualTo(new[] { "text/plain=object" }));
    }

    [Test]
    public void Format_Html_IsHtmlAlone() => Assert.That(Texts(new HtmlString("<i>")), Is.EqualTo(new[] { "text/html=<i>" }));

    [Test]
    public void Format_TextWithMimeType_IsTakenAsIs() => Assert.That(Texts("<b>", "text/html"), Is.EqualTo(new[] { "text/html=<b>" }));

    [Test]
    public void Format_JsonMimeType_IsAJsonValue()
    {
        var entry = _registry.Format(new { A = 1 }, ["application/json"]).Entries[0];
        Assert.That(entry.Value.GetProperty("A").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void Format_TextThatIsNotJson_IsRejected() =>
        Assert.That(() => _registry.Format("{", ["application/json"]), Throws.TypeOf<FormattingException>().With.Message.Contains("not JSON"));

    [Test]
    public void Format_InlineHtml_IsCalledAndRandomIdentityReplaced()
    {
        string first = Texts(new Chart())[0];
        var registry = new FormatterRegistry();
        Assert.That(registry.Format(new Chart(), []).Text("text/html"), Is.EqualTo(first["text/html=".Length..]));
        Assert.That(Texts(new Chart())[0], Is.Not.EqualTo(first), "the second chart of a page needs its own identity");
    }

    private string[] Texts(object? value, params string[] mimeTypes) => [.. _registry.Format(value, mimeTypes).Entries.Select(entry => $"{entry.MimeType}={entry.Text}")];

    public sealed class Chart
    {
#pragma warning disable RS0030 // a random identity is what the test is about
        public string Id { get; } = Guid.NewGuid().ToString();
#pragma warning restore RS0030

        public string GetInlineHtml() => $"<div id=\"{Id}\"></div><script>draw('{Id}')</script>";
    }
}
