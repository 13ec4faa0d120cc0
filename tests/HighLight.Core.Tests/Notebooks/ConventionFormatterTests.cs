using System.Reflection;
using HighLight.Fibertrees;
using HighLight.Formats;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Notebooks;

/// <summary>Goes the way of a notebook kernel: by the names of the convention, through reflection alone.</summary>
public class ConventionFormatterTests
{
    private static IEnumerable<Type> ShownTypes => typeof(Fibertree).Assembly.GetTypes().Where(t => Attribute(t) is not null);

    [TestCaseSource(nameof(ShownTypes))]
    public void CreateTypeFormatters_OfEachShownType_CoverItsPreferredForms(Type type)
    {
        var attribute = Attribute(type)!;
        var preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        var forms = Formatters(type).Where(f => (Type)Get(f, "Type") == type).Select(f => (string)Get(f, "MimeType"));
        Assert.That(preferred, Is.Not.Empty);
        Assert.That(forms, Is.SupersetOf(preferred));
    }

    [Test]
    public void Format_OfATree_WritesItsForms()
    {
        var tree = Trees.Counting("K:2 C:2");
        Assert.That(Format(tree, "text/html"), Is.EqualTo((true, tree.ToHtml())));
        Assert.That(Format(tree, "text/plain"), Is.EqualTo((true, tree.ToText())));
    }

    [Test]
    public void Format_OfAStep_WritesItsForms()
    {
        var step = Trees.Counting("C:4").PruneSteps(Trees.Spec("C(2:4)")).Single();
        Assert.That(Format(step, "text/html"), Is.EqualTo((true, step.ToHtml())));
        Assert.That(Format(step, "text/plain"), Is.EqualTo((true, step.ToText())));
    }

    [Test]
    public void Format_OfAComparison_WritesItsForms()
    {
        var comparison = FormatComparison.Of(Matrix<sbyte>.Create(1, 8, [1, 0, 0, 2, 0, 0, 0, 0]), new BitmaskFormat(), new HssFormat(new HssLayout(HssPattern.Parse("2:4"), 8)));
        Assert.That(Format(comparison, "text/plain"), Is.EqualTo((true, comparison.ToString())));
        Assert.That(Format(comparison, "text/html"), Is.EqualTo((
            true,
            "<table><caption>Int8 1×8</caption><thead><tr><th>format</th><th>data_bits</th><th>metadata_bits</th><th>total_bits</th></tr></thead><tbody>"
            + Row("Bitmask", 16, 8, 24) + Row("HSS(C0(2:4), offsets 2)", 32, 8, 40) + "</tbody></table>")));

        static string Row(string name, params int[] bits) => $"<tr><td>{name}</td>{string.Concat(bits.Select(b => $"<td style=\"text-align:right\">{b}</td>"))}</tr>";
    }

    [Test]
    public void Format_OfSomethingElse_IsFalseAndWritesNothing()
    {
        using var writer = new StringWriter();
        var formatter = Formatters(typeof(Fibertree)).First();
        Assert.That(Call(formatter, "a string", writer), Is.False);
        Assert.That(writer.ToString(), Is.Empty);
    }

    private static (bool Written, string Text) Format(object instance, string form)
    {
        using var writer = new StringWriter();
        var formatter = Formatters(instance.GetType()).Single(f => (string)Get(f, "MimeType") == form && (Type)Get(f, "Type") == instance.GetType());
        return (Call(formatter, instance, writer), writer.ToString());
    }

    private static object? Attribute(Type type) => type.GetCustomAttributes(inherit: false).SingleOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");

    private static IEnumerable<object> Formatters(Type type)
    {
        var attribute = Attribute(type)!;
        var source = (Type)Get(attribute, "FormatterSourceType");
        return (IEnumerable<object>)source.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance)!.Invoke(Activator.CreateInstance(source), null)!;
    }

    private static object Get(object instance, string property) => instance.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(instance)!;

    private static bool Call(object formatter, object instance, TextWriter writer) =>
        (bool)formatter.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance).Single(m => m.Name == "Format").Invoke(formatter, [instance, writer])!;
}
