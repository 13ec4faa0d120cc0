using System.Collections.Immutable;
using System.Xml.Linq;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

internal sealed class SourceMappingTests
{
    private static readonly SourcePattern Rule = new("own", "HighLight.*", "/n/nuget.config");

    [Test]
    public void Create_ReservedPatterns_AreMappedAndAllOtherSourcesHaveTheRest() =>
        Assert.That(Text(Settings(mapping: []), "https://added.example"), Is.EqualTo(
            "own: HighLight.*, Also.This; registry: *; https://added.example: *"));

    [Test]
    public void Create_UsersMapping_IsOnlyAddedTo() => Assert.That(
        Text(Settings(mapping: [new SourcePattern("registry", "Some.*", "/u")]), "https://added.example"),
        Is.EqualTo("own: HighLight.*, Also.This"));

    [Test]
    public void Create_UsersMappingOfTheSameSource_IsRepeatedBecauseTheEntryReplacesIt() => Assert.That(
        Text(Settings(mapping: [new SourcePattern("OWN", "Third.*", "/u"), new SourcePattern("own", "highlight.*", "/u")])),
        Is.EqualTo("own: HighLight.*, Also.This, Third.*"));

    [Test]
    public void Create_EverythingReserved_LeavesNothingToTheOthers() => Assert.That(
        Text(Settings(mapping: []) with { Reserved = [Rule with { Pattern = "*" }] }, "https://added.example"), Is.EqualTo("own: *"));

    [Test]
    public void Create_NothingReserved_IsNoFile() =>
        Assert.That(SourceMapping.Create(new SourceRules(Settings(mapping: []) with { Reserved = [] }, [])), Is.Null);

    private static NuGetSettings Settings(ImmutableArray<SourcePattern> mapping) => new(
        [],
        [new PackageSource("Own", "/n/own"), new PackageSource("registry", "https://registry.example")],
        mapping,
        [Rule, Rule with { Pattern = "Also.This" }],
        ["/packages"]);

    private static string Text(NuGetSettings settings, params string[] added)
    {
        var rules = new SourceRules(settings, [.. added]);
        var sources = SourceMapping.Create(rules)!.Root!.Elements("packageSourceMapping").Elements("packageSource");
        return string.Join("; ", sources.Select(source => $"{source.Attribute("key")!.Value}: {Patterns(source)}"));
    }

    private static string Patterns(XElement source) =>
        string.Join(", ", source.Elements().Select(package => package.Attribute("pattern")!.Value));
}
