using System.Text.Json;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

public sealed class DependencyOrderTests
{
    [Test]
    public void Of_PackagesThatNeedOthers_PutsThoseFirst()
    {
        const string Target = """
            {
              "A/1.0.0": { "type": "package", "dependencies": { "C": "1.0.0", "System.Missing": "1.0.0" } },
              "B/1.0.0": { "type": "package" },
              "Project/1.0.0": { "type": "project" },
              "c/2.0.0": { "type": "package", "dependencies": { "B": "1.0.0" } }
            }
            """;
        Assert.That(Names(Target), Is.EqualTo(new[] { "B/1.0.0", "c/2.0.0", "A/1.0.0" }));
    }

    [Test]
    public void Of_PackagesThatNeedEachOther_TakesEachOnce()
    {
        const string Target = """
            {
              "A/1.0.0": { "type": "package", "dependencies": { "B": "1.0.0" } },
              "B/1.0.0": { "type": "package", "dependencies": { "A": "1.0.0" } }
            }
            """;
        Assert.That(Names(Target), Is.EqualTo(new[] { "B/1.0.0", "A/1.0.0" }));
    }

    private static IEnumerable<string> Names(string target)
    {
        using var document = JsonDocument.Parse(target);
        return [.. DependencyOrder.Of(document.RootElement).Select(package => package.Name)];
    }
}
