using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace HighLight.Notebooks.Packages;

/// <summary>Everything that decides what a restore chooses.</summary>
/// <param name="Packages">The packages asked for.</param>
/// <param name="Sources">Additional sources: URLs or full paths.</param>
/// <param name="Folder">The notebook's folder: the nuget.config files above it apply.</param>
internal sealed record RestoreRequest(ImmutableArray<PackageRequest> Packages, ImmutableArray<string> Sources, string Folder)
{
    public bool IsFloating => Packages.Any(package => package.IsFloating);

    /// <summary>A key that differs whenever the outcome may differ: packages, sources, platform, configuration files with their content, environment.</summary>
    /// <param name="files">The configuration files that apply.</param>
    public string Key(ImmutableArray<string> files)
    {
        var text = new StringBuilder("4\n");
        foreach (var package in Packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(package.Id.ToLowerInvariant()).Append(',').Append(package.Version).Append('\n');
        }

        text.AppendJoin('\n', Sources).Append('\n');
        text.Append(TargetPlatform.Framework).Append('\n').Append(TargetPlatform.RuntimeIdentifier).Append('\n').Append(TargetPlatform.Dotnet).Append('\n');
        text.Append(Environment.GetEnvironmentVariable("NUGET_PACKAGES")).Append('\n');
        foreach (string file in files)
        {
            text.Append(file).Append('\n').Append(File.ReadAllText(file)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
