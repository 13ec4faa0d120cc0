using System.Collections.Immutable;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

internal sealed class SourceContradictionTests
{
    private static readonly SourcePattern Reserved = new("own", "HighLight.*", "/reserved");

    [TestCase("HighLight.*", "other", true, TestName = "the same pattern")]
    [TestCase("highlight.*", "other", true, TestName = "in other letters")]
    [TestCase("HighLight.Co*", "other", true, TestName = "a longer one")]
    [TestCase("HighLight.Core", "other", true, TestName = "the package itself")]
    [TestCase("HighLight.Core", "gone", true, TestName = "a source that is not there")]
    [TestCase("HighLight*", "other", false, TestName = "a shorter one, which NuGet does not follow")]
    [TestCase("*", "other", false, TestName = "everything")]
    [TestCase("HighLight.Models", "other", false, TestName = "another package")]
    [TestCase("HighLight.Core", "OWN", false, TestName = "the same source")]
    [TestCase("HighLight.Core", "twin", false, TestName = "another name of the same place")]
    public void Find_MappedPattern_ContradictsIfNuGetWouldFollowItElsewhere(string pattern, string source, bool contradicts) =>
        Assert.That(Find([new SourcePattern(source, pattern, "/mapped")]).IsEmpty, Is.Not.EqualTo(contradicts));

    [Test]
    public void Find_SameSourceAndAnother_NamesTheOther()
    {
        var mapped = Reserved with { File = "/mapped" };
        Assert.That(Find([mapped, mapped with { Source = "other" }]).Single().ToString(), Is.EqualTo(
            "HighLight.Core: 'HighLight.*' is reserved for the source 'own' (<notebookSourceMapping> in /reserved), but 'HighLight.*' "
            + "is given to the source 'other' (<packageSourceMapping> in /mapped). Name the same source for HighLight.Core in both, or "
            + "remove one of the two lines."));
    }

    private static ImmutableArray<SourceContradiction> Find(ImmutableArray<SourcePattern> mapping)
    {
        PackageSource own = new("own", "/own");
        var settings = new NuGetSettings([], [own, new("twin", "/own/"), new("other", "https://o.example")], mapping, [Reserved], ["/p"]);
        return SourceContradiction.Find(settings, ["HighLight.Core", "highlight.core", "Public"]);
    }
}
