using System.Collections;
using System.Reflection;
using HighLight.Experiments.Display;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;
using Newtonsoft.Json.Linq;

namespace HighLight.Experiments.Tests.Display;

/// <summary>Finds and runs the formatters exactly as a notebook kernel does: by name and shape, through reflection.</summary>
public class ConventionTests
{
    private static readonly Type[] s_shownTypes = [typeof(ResultTable), typeof(ComparisonTable), typeof(Figure), typeof(NotebookSetup)];

    [Test]
    public void EveryDisplayableType_CarriesTheAttribute() =>
        Assert.That(
            typeof(ResultTable).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IDisplayable))),
            Is.EquivalentTo(s_shownTypes).And.All.Matches<Type>(type => Source(type) is not null));

    [Test]
    public void Table_ShowsAsHtmlAndText() =>
        Assert.That(Format(Samples.Table()).Keys, Is.EquivalentTo(new[] { "text/html", "text/plain" }));

    [Test]
    public void Figure_ShowsAsHtmlPlotlyJsonAndText()
    {
        var shown = Format(Samples.Bars());

        Assert.That(shown.Keys, Is.EquivalentTo(new[] { "text/html", "application/vnd.plotly.v1+json", "text/plain" }));
        var plot = JObject.Parse(shown["application/vnd.plotly.v1+json"]);
        Assert.That((string?)plot.SelectToken("data[0].type"), Is.EqualTo("bar"));
        Assert.That((string?)plot.SelectToken("layout.title.text"), Is.EqualTo("EDP"));
    }

    [Test]
    public void Setup_StatesTheVersion_AndCarriesThePinnedPlotly()
    {
        var shown = Format(HighLightNotebook.Setup);

        Assert.That(shown["text/plain"], Is.EqualTo($"HighLight.Experiments {LibraryVersion.Current}"));
        Assert.That(shown["text/html"], Does.StartWith($"<p>HighLight.Experiments {LibraryVersion.Current}</p>").And.Contain("DecompressionStream"));
        Assert.That(shown["text/html"], Has.Length.LessThan(700_000));
    }

    [Test]
    public void Formatter_ForeignObject_WritesNothing()
    {
        var writer = new StringWriter();

        Assert.That(new DisplayFormatter("text/html").Format("text", writer), Is.False);
        Assert.That(writer.ToString(), Is.Empty);
    }

    private static object? Source(Type type) => type.GetCustomAttributes(inherit: true)
        .SingleOrDefault(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static Dictionary<string, string> Format(object shown)
    {
        var attribute = Source(shown.GetType())!;
        var preferred = (string[])Get(attribute, "PreferredMimeTypes")!;
        var sourceType = (Type)Get(attribute, "FormatterSourceType")!;
        var create = sourceType.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance)!;
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var formatter in (IEnumerable)create.Invoke(Activator.CreateInstance(sourceType), null)!)
        {
            var format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!;
            var writer = new StringWriter();
            var mimeType = (string)Get(formatter, "MimeType")!;
            if (preferred.Contains(mimeType) && (bool)format.Invoke(formatter, [shown, writer])!)
            {
                result.Add(mimeType, writer.ToString());
            }
        }

        return result;
    }

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)!.GetValue(target);
}
