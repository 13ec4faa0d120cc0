using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Finds the files of <c>#load</c>, and names the sources in stack traces: a cell by its name, a loaded file relative to the notebook's
/// folder. Roslyn's own resolver would put the paths of this machine there.
/// </summary>
/// <param name="folder">The notebook's folder, full path.</param>
internal sealed class CellSourceResolver(string folder) : SourceReferenceResolver
{
    private readonly SourceFileResolver _files = new(ImmutableArray<string>.Empty, folder);

    public override string NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? Path.GetRelativePath(folder, path).Replace('\\', '/') : path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        _files.ResolveReference(path, Path.IsPathRooted(baseFilePath) ? baseFilePath : null);

    public override Stream OpenRead(string resolvedPath) => _files.OpenRead(resolvedPath);

    public override bool Equals(object? other) => other is CellSourceResolver resolver && resolver._files.Equals(_files);

    public override int GetHashCode() => _files.GetHashCode();
}
