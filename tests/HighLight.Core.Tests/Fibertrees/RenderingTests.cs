using System.Xml.Linq;
using CsCheck;

namespace HighLight.Fibertrees;

public class RenderingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Fibertree Row = Trees.Of("C:16", 4, -1, 3, 2, 1, -2, 2, 0, -5, 0, 0, 1, 2, 2, -2, 2);

    [Test]
    public void ToText_TwoRanks_IsALineAFiber() => Assert.That(
        Trees.Of("K:2 C:4", 0, .5f, 0, -1, 2, 0, 0, 0).ToText(),
        Is.EqualTo("K:2→C:4, 3 of 8 nonzero\n├─ K=0 ─ C: 1→0.5, 3→-1\n└─ K=1 ─ C: 0→2"));

    [Test]
    public void ToText_OneRankAndShortFiber_TellsTheShape()
    {
        Assert.That(Trees.Of("C:3", 1, 0, 1234567).ToText(), Is.EqualTo("C:3, 2 of 3 nonzero\nC: 0→1, 2→1.23E+06"));
        Assert.That(Trees.Of("C:3", 0, 1, 2).Split("C", 2).ToText(), Is.EqualTo("C1:2→C0:2, 2 of 3 nonzero\n├─ C1=0 ─ C0: 1→1\n└─ C1=1 ─ C0 (shape 1): 0→2"));
    }

    [Test]
    public void ToText_Large_IsBoundedAndCountsTheRest()
    {
        var lines = Trees.Counting("K:100 C:20").ToText(10).Split('\n');
        Assert.That(lines, Has.Length.EqualTo(12));
        Assert.That(lines[1], Does.EndWith("15→16, … 4 more"));
        Assert.That(lines[^1], Is.EqualTo("… 1800 more values"));
        Assert.That(() => Row.ToText(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ToSvg_SmallTree_ShowsRanksCoordinatesAndValues()
    {
        var texts = Texts(Trees.Of("K:2 C:4", 0, .5f, 0, -1, 2, 0, 0, 0).ToSvg());
        Assert.That(texts, Is.EquivalentTo(new[] { "K", "shape 2", "C", "shape 4", "value", "0", "1", "1", "3", "0", "0.5", "-1", "2" }));
    }

    [Test]
    public void ToSvg_TextNeverLeavesTheDrawingAndCellsDoNotOverlap() =>
        Gen.Select(Trees.AnyTensor(Any.FloatBits), Trees.AnyTransformation).Sample((tensor, transform) =>
        {
            var drawing = XElement.Parse(transform(Fibertree.FromTensor(tensor)).ToSvg(maxLeaves: 300));
            double Number(XElement e, string name) => double.Parse(e.Attribute(name)!.Value);
            var (width, height) = (Number(drawing, "width"), Number(drawing, "height"));
            foreach (var e in drawing.Elements(Svg + "rect").Concat(drawing.Elements(Svg + "text")))
            {
                Assert.That(Number(e, "x"), Is.InRange(0, width));
                Assert.That(Number(e, "y"), Is.InRange(0, height));
            }

            var rectangles = drawing.Elements(Svg + "rect").Skip(1).GroupBy(r => (r.Attribute("y")!.Value, r.Attribute("fill")!.Value));
            foreach (var row in rectangles)
            {
                var sorted = row.OrderBy(r => Number(r, "x")).ToArray();
                for (var i = 1; i < sorted.Length; i++)
                {
                    Assert.That(Number(sorted[i], "x"), Is.GreaterThanOrEqualTo(Number(sorted[i - 1], "x") + Number(sorted[i - 1], "width")));
                }
            }
        });

    [Test]
    public void ToSvg_WithBefore_DrawsWhatWasPruned()
    {
        var specification = Trees.Spec("C1→C0(2:4)");
        var before = Row.Arrange(specification);
        var drawing = XElement.Parse(Row.Prune(specification).ToSvg(before));
        Assert.That(drawing.Descendants(Svg + "text").Count(t => t.Attribute("text-decoration") is not null), Is.EqualTo(13 - 8));
        Assert.That(Texts(before.Prune(specification).ToSvg()), Has.None.EqualTo("pruned"));
        Assert.That(() => Row.ToSvg(before), Throws.ArgumentException.With.Message.Contains("C1:4→C0:4").And.Message.Contains("Arrange both"));
    }

    [Test]
    public void ToSvg_OfAStep_TellsNowFromEarlierAndShowsTheScores()
    {
        var step = Row.PruneSteps(Trees.Spec("C1(3:4)→C0(2:4)"))[1];
        var texts = Texts(step.ToSvg());
        Assert.That(texts, Is.SupersetOf(new[] { "kept", "pruned", "pruned before", "3:4", "by RMS", "2.5", "1.41", "2.55" }));
        Assert.That(step.ToHtml(), Does.Contain("C1(3:4): 8 → 6 values"));
    }

    [Test]
    public void ToSvg_TooLarge_SaysWhatToDo()
    {
        var tree = Trees.Counting("K:4 C:4");
        Assert.That(Texts(tree.ToSvg(maxLeaves: 16)), Is.SupersetOf(Enumerable.Range(1, 16).Select(i => i.ToString())));
        var message = string.Join(' ', Texts(tree.ToSvg(maxLeaves: 15)));
        Assert.That(message, Does.Contain("16 values: too many to draw; the limit is 15").And.Contains("tree.Restrict(\"K\", 0)"));
        Assert.That(Texts(tree.Restrict("K", 2).ToSvg(maxLeaves: 3))[^1], Does.Contain("tree.Restrict(\"C\", 0)"));
        Assert.That(Trees.Counting("K:64 C:64 R:3 S:3").ToHtml(), Has.Length.LessThan(2000));
        Assert.That(() => tree.ToSvg(maxLeaves: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ToSvg_EmptyTree_SaysSo() => Assert.That(Texts(Trees.Of("C:2", 0, 0).ToSvg()), Has.Some.Contains("the tree is empty"));

    [TestCase("<script>")]
    [TestCase("&\"'")]
    [TestCase("a\u0000\uD800b")]
    [TestCase("a very long name of a rank")]
    public void ToHtml_HostileName_StaysWellFormedText(string name)
    {
        var tree = Fibertree.FromTensor(Tensors.DenseTensor<float>.Create([new(name, 2)], [1, 2]));
        var html = tree.ToHtml(caption: name);
        Assert.That(XElement.Parse(html).Descendants().Select(e => e.Name.LocalName), Is.All.AnyOf("div", "svg", "title", "rect", "line", "text", "figcaption"));
        Assert.That(() => XElement.Parse(tree.ToSvg(maxLeaves: 1)), Throws.Nothing);
    }

    [Test]
    public void Rendering_Twice_IsTheSame()
    {
        var step = Row.PruneSteps(Trees.Spec("C1(3:4)→C0(2:4)"))[1];
        Assert.That(step.ToHtml(), Is.EqualTo(Row.PruneSteps(Trees.Spec("C1(3:4)→C0(2:4)"))[1].ToHtml()));
        Assert.That(step.ToHtml(), Does.Not.Contain("<script").And.Not.Contain("href").And.Not.Contain(" id="));
    }

    private static string[] Texts(string svg) => [.. XElement.Parse(svg).Descendants(Svg + "text").Select(t => t.Value)];
}
