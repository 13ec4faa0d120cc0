using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>Writes packages into a folder: a nuspec, a compiled library, other files.</summary>
internal static class LocalFeed
{
    public static void Add(string feed, string id, string version, string source, params (string Path, string Content)[] files)
    {
        Directory.CreateDirectory(feed);
        string file = Path.Combine(feed, $"{id}.{version}.nupkg");
        File.Delete(file);
        using var package = ZipFile.Open(file, ZipArchiveMode.Create);
        Write(package, $"{id}.nuspec", $"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                <dependencies><group targetFramework="net10.0" /></dependencies></metadata>
            </package>
            """);
        foreach (var (path, content) in files)
        {
            Write(package, path, content);
        }

        using var library = package.CreateEntry($"lib/net10.0/{id}.dll").Open();
        library.Write(Compile(id, source));
    }

    private static void Write(ZipArchive package, string path, string content)
    {
        using var writer = new StreamWriter(package.CreateEntry(path).Open());
        writer.Write(content);
    }

    private static byte[] Compile(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            HighLight.Notebooks.Execution.CellOptions.FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return stream.ToArray();
    }
}
