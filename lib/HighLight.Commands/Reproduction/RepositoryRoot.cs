
namespace HighLight.Commands.Reproduction;

/// <summary>The root folder of a copy of the repository: the one that holds <see cref="Marker"/>.</summary>
/// <param name="Folder">Absolute path.</param>
internal sealed record RepositoryRoot(string Folder)
{
    /// <summary>The file that marks the root.</summary>
    public const string Marker = "HighLightNotebooks.sln";

    /// <summary>The marking file.</summary>
    public string Solution => Path.Combine(Folder, Marker);

    /// <summary>The libraries.</summary>
    public string Libraries => Path.Combine(Folder, "lib");

    /// <summary>The notebooks.</summary>
    public string Notebooks => Path.Combine(Folder, "notebooks");

    /// <summary>The local package feed.</summary>
    public string Feed => Path.Combine(Folder, "nuget");

    /// <summary>What a run needs on the way and git ignores.</summary>
    public string Artifacts => Path.Combine(Folder, "artifacts");

    /// <summary>The tables that the experiments write for the comparison with the paper.</summary>
    public string Summary => Path.Combine(Folder, "data", "results", "summary");

    /// <summary>The pages of the last run.</summary>
    public string Report => Path.Combine(Folder, "data", "results", "report");

    /// <summary>The root that <paramref name="folder"/> itself is; null when it is none.</summary>
    public static RepositoryRoot? At(string folder) => new RepositoryRoot(folder) is var root && File.Exists(root.Solution) ? root : null;

    /// <summary>The nearest root at or above one of <paramref name="folders"/>, tried in their order; null when there is none.</summary>
    public static RepositoryRoot? Above(params IEnumerable<string> folders)
    {
        foreach (var start in folders)
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (At(folder) is { } root)
                {
                    return root;
                }
            }
        }

        return null;
    }
}
