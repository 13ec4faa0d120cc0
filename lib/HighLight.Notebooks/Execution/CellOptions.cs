using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// How cells are compiled: C# of one version, optimised, with line numbers, with the using directives of .NET Interactive's C# kernel.
/// </summary>
internal static class CellOptions
{
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", typeof(
            Kernel).FullName!];

    /// <param name="folder">The notebook's folder, full path.</param>
    public static ScriptOptions Create(string folder) => ScriptOptions.Default
        .WithLanguageVersion(CellLanguage.CSharpVersion)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithMetadataResolver(new CellReferenceResolver(folder))
        .WithSourceResolver(new CellSourceResolver(folder))
        .WithReferences(FrameworkReferences())
        .AddReferences(typeof(Kernel).Assembly)
        .WithImports(Imports);

    /// <summary>The file names of the shared framework's assemblies, without the assemblies of the host.</summary>
    public static IEnumerable<string> FrameworkFiles()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => string.Equals(Path.GetDirectoryName(file), framework, StringComparison.Ordinal));
    }

    private static IEnumerable<MetadataReference> FrameworkReferences() =>
        FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file));
}
