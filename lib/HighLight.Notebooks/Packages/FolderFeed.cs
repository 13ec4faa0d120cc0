using System.Security.Cryptography;

namespace HighLight.Notebooks.Packages;

/// <summary>A folder with packages, as NuGet reads it: directly inside, or in folders named after them.</summary>
/// <param name="Folder">Its full path.</param>
internal sealed record FolderFeed(string Folder)
{
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = true };

    /// <summary>Whether it holds any version of a package.</summary>
    public bool Holds(string id) => Files(id).Any();

    /// <summary>The file of a version of a package; null if it is not here.</summary>
    public string? Find(string id, string version) =>
        Files(id).FirstOrDefault(file => Normalize(Version(file, id)).Equals(Normalize(version), StringComparison.OrdinalIgnoreCase));

    /// <summary>The SHA-512 of a file, as NuGet records it beside an unpacked package.</summary>
    public static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToBase64String(SHA512.HashData(stream));
    }

    // After the identity comes the version, so a digit; else it is a package whose identity begins like this one.
    private IEnumerable<string> Files(string id) => Folders(id)
        .SelectMany(folder => Directory.EnumerateFiles(folder, id + ".*.nupkg", AnyCase))
        .Where(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]))
        .Where(file => !file.EndsWith(".symbols.nupkg", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    private IEnumerable<string> Folders(string id)
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }

        string[] named = Directory.GetDirectories(Folder, id + "*", AnyCase);
        return [Folder, .. named, .. named.SelectMany(folder => Directory.GetDirectories(folder, "*", AnyCase))];
    }

    private static string Version(string file, string id) => Path.GetFileNameWithoutExtension(file)[(id.Length + 1)..];

    // NuGet takes 1.0, 1.0.0, 1.0.0.0 and 1.0.0+build for one version.
    private static string Normalize(string version)
    {
        string text = version.Split('+')[0];
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? text : text[..dash]).Split('.').Select(number => number.TrimStart('0')).ToList();
        while (numbers.Count > 3 && numbers[^1].Length == 0)
        {
            numbers.RemoveAt(numbers.Count - 1);
        }

        while (numbers.Count < 3)
        {
            numbers.Add("");
        }

        return string.Join('.', numbers) + (dash < 0 ? "" : text[dash..]);
    }
}
