using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>Writes packages into a folder: a nuspec, a compiled library, other files.</summary>
internal static class LocalFeed
{
    public static void Add(string feed, string id, string version, string source, params (string Path, string Content)[] files) =>
        Add(feed, id, version, [], [($"lib/net10.0/{id}.dll", Compile(id, source)), .. files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Content)))]);

    public static void Add(string feed, string id, string version, string[] dependencies, params (string Path, byte[] Content)[] files)
    {
        Directory.CreateDirectory(feed);
        string file = Path.Combine(feed, $"{id}.{version}.nupkg");
        File.Delete(file);
        using var package = ZipFile.Open(file, ZipArchiveMode.Create);
        Write(package, $"{id}.nuspec", Encoding.UTF8.GetBytes($"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                <dependencies><group targetFramework="net10.0">{string.Concat(dependencies.Select(name => $"<dependency id=\"{name}\" version=\"{version}\" />"))}</group></dependencies></metadata>
            </package>
            """));
        foreach (var (path, content) in files)
        {
            Write(package, path, content);
        }
    }

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using var stream = package.CreateEntry(path).Open();
        stream.Write(content);
    }

    /// <summary>A library.</summary>
    public static byte[] Compile(string name, string source, params byte[][] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            HighLight.Notebooks.Execution.CellOptions.FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file))
                .Concat(references.Select(reference => MetadataReference.CreateFromImage(reference))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return stream.ToArray();
    }
}
