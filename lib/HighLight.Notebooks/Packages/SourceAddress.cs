namespace HighLight.Notebooks.Packages;

/// <summary>A package source as a cell names it: a folder, a file URI or a URL.</summary>
internal static class SourceAddress
{
    private const string Legal = "Give a folder, or a URL that begins with https://, http:// or file:///.";

    /// <summary>The source as NuGet takes it: a URL or a full path.</summary>
    /// <param name="source">As written.</param>
    /// <param name="folder">What a relative path starts from.</param>
    /// <param name="line">The line of the cell.</param>
    /// <exception cref="DirectiveException">It is neither.</exception>
    public static string Full(string source, string folder, int line)
    {
        // A letter alone is a drive of Windows.
        int end = source.IndexOf(':', StringComparison.Ordinal);
        string scheme = end > 1 && Uri.CheckSchemeName(source[..end]) ? source[..end].ToLowerInvariant() : "";
        return scheme switch
        {
            "http" or "https" => source,
            "file" => Folder(source, source[(end + 1)..], line),
            "" => Path.GetFullPath(source, folder),
            _ when !source[end..].StartsWith("://", StringComparison.Ordinal) => Path.GetFullPath(source, folder),
            _ => throw new DirectiveException(
                line, $"'{source}' is not a package source: NuGet does not read the scheme '{scheme}'. {Legal}"),
        };
    }

    // The standard knows file:/folder, the class Uri does not.
    private static string Folder(string source, string rest, int line) =>
        Uri.TryCreate(rest is ['/', not '/', ..] ? "file://" + rest : source, UriKind.Absolute, out var uri) && uri.IsFile && (uri.Host.Length == 0 || OperatingSystem.IsWindows())
            ? uri.LocalPath
            : throw new DirectiveException(line, $"'{source}' does not name a folder of this machine. {Legal}");
}
