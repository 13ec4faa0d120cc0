using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Finds the assemblies of <c>#r "path"</c> and what they refer to, with the care for names that <see cref="CellReferences"/> takes.
/// </summary>
/// <param name="folder">The notebook's folder, full path.</param>
internal sealed class CellReferenceResolver(string folder) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver _files = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    public override bool ResolveMissingAssemblies => _files.ResolveMissingAssemblies;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        [.. _files.ResolveReference(reference, baseFilePath, properties).Select(CellReferences.Separate)];

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        _files.ResolveMissingAssembly(definition, referenceIdentity) is { } found ? CellReferences.Separate(found) : null;

    public override bool Equals(object? other) => other is CellReferenceResolver resolver && resolver._files.Equals(_files);

    public override int GetHashCode() => _files.GetHashCode();
}
