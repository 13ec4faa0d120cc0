using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents.Dib;

/// <summary>
/// The kernels whose names begin a cell: those that .NET Interactive always knows, and those that the file's metadata list.
/// </summary>
internal sealed class DibKernels
{
    private static readonly ImmutableArray<Kernel> Known =
    [
        Kernel.CSharp,
        new("fsharp", "F#", ["f#", "F#", "fs"]),
        new("pwsh", "PowerShell", ["powershell"]),
        new("javascript", "JavaScript", ["js"]),
        new("html", "HTML", []),
        new("http", "HTTP", []),
        new("kql", "KQL", []),
        new("mermaid", "Mermaid", []),
        new("sql", "SQL", []),
        new("value", null, []),
        new(DibFormat.Markdown, "Markdown", ["md"]),
        new(DibFormat.Raw, null, []),
    ];

    private readonly Dictionary<string, Kernel> _kernels = new(StringComparer.Ordinal);

    public DibKernels(IEnumerable<Kernel> listed)
    {
        foreach (var kernel in Known.Concat(listed))
        {
            foreach (string name in kernel.Aliases.Prepend(kernel.Name))
            {
                _kernels.TryAdd(name, kernel);
            }
        }
    }

    /// <summary>The kernel of this name or alias; null if it is not known.</summary>
    public Kernel? Find(string name) => _kernels.GetValueOrDefault(name);

    /// <summary>The kernel whose cell a line begins; null if it begins none.</summary>
    public Kernel? Heading(string line) =>
        line.StartsWith(DibFormat.Mark, StringComparison.Ordinal) ? Find(line[DibFormat.Mark.Length..]) : null;
}
