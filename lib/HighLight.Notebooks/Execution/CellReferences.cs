using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// References to assemblies that cells compile against. An assembly that holds types which this engine gives to cells under the same names,
/// as packages of .NET Interactive do, stands under an extern alias: signatures still bind to it, and a plain name means the engine's type.
/// </summary>
internal static class CellReferences
{
    /// <summary>The alias of assemblies that hold .NET Interactive's own types.</summary>
    public const string Alias = "MicrosoftDotNetInteractive";

    private static readonly HashSet<(string Namespace, string Name)> OwnTypes =
        [.. typeof(Kernel).Assembly.GetExportedTypes().Select(type => (type.Namespace ?? "", type.Name))];

    public static PortableExecutableReference Create(string file) => Separate(MetadataReference.CreateFromFile(file));

    /// <summary>The reference, under the alias if its names would be ambiguous.</summary>
    public static PortableExecutableReference Separate(PortableExecutableReference reference) =>
        reference.FilePath is { } file && HoldsOwnNames(file) ? reference.WithAliases(ImmutableArray.Create(Alias)) : reference;

    private static bool HoldsOwnNames(string file)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(file));
            return image.HasMetadata && HoldsOwnNames(image.GetMetadataReader());
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            return false; // the compiler says what is wrong with the file
        }
    }

    private static bool HoldsOwnNames(MetadataReader metadata) =>
        metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => OwnTypes.Any(own => metadata.StringComparer.Equals(type.Name, own.Name)))
            .Any(type => OwnTypes.Contains((metadata.GetString(type.Namespace), metadata.GetString(type.Name))));
}
