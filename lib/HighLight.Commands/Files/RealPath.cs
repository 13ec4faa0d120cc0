using HighLight.Files;

namespace HighLight.Commands.Files;

/// <summary>The one name of a file that several paths may lead to.</summary>
internal static class RealPath
{
    private const int MaximumLinks = 40;

    /// <summary>The file that a write to <paramref name="path"/> replaces, with all links followed, those among its folders too.</summary>
    public static string Of(string path)
    {
        var target = AtomicFile.Target(path);
        return Path.GetDirectoryName(target) is { } folder ? Path.Combine(Folder(folder, 0), Path.GetFileName(target)) : target;
    }

    private static string Folder(string folder, int links)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
        {
            return folder;
        }

        var name = Path.Combine(Folder(parent, links), Path.GetFileName(folder));
        return links < MaximumLinks && Target(name) is { } target ? Folder(target, links + 1) : name;
    }

    private static string? Target(string folder)
    {
        try
        {
            return Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // it is not there yet, or leads nowhere
        }
    }
}
