using System.Globalization;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>
/// A folder with a feed of one package in two versions, a packages folder of its own, and above the notebooks everything that must not reach the restore:
/// build properties, central package management, a pinned SDK.
/// </summary>
internal sealed class TinyFeed : IDisposable
{
    private const string Library = """
        namespace Tiny;
        public static class Numbers { public static int Answer => VERSION; }
        public class Shape { public int Sides = 3; }
        """;

    public TinyFeed()
    {
        Scratch.Write("nuget.config", """
            <configuration>
              <packageSources><clear /><add key="tiny" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """);
        Scratch.Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net1.0</TargetFramework></PropertyGroup><Target Name=\"X\" BeforeTargets=\"Restore\"><Error Text=\"imported\" /></Target></Project>");
        Scratch.Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        Scratch.Write("global.json", """{"sdk":{"version":"1.0.0"}}""");
        Add("1.0.0", 41, ("interactive-extensions/dotnet/extension.dib", "#!csharp\nMicrosoft.DotNet.Interactive.Formatting.Formatter.Register<Tiny.Shape>((s, w) => w.Write($\"<b>{s.Sides}</b>\"), \"text/html\");"));
        Add("1.1.0", 42);
    }

    public Scratch Scratch { get; } = new();

    public void Dispose() => Scratch.Dispose();

    private void Add(string version, int answer, params (string, string)[] files) =>
        LocalFeed.Add(Scratch["feed"], "Tiny", version, Library.Replace("VERSION", answer.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), files);
}
