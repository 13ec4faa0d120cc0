using System.Collections.Immutable;

namespace HighLight.Commands.Completion;

/// <summary>The completion scripts, one for each shell that is known.</summary>
internal static class CompletionScript
{
    /// <summary>The shells, as the user names them.</summary>
    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "pwsh"];

    /// <summary>The script, its lines ending with a line feed; null for another shell.</summary>
    public static string? For(string shell)
    {
        if (!Shells.Contains(shell, StringComparer.Ordinal))
        {
            return null;
        }

        using var stream = typeof(CompletionScript).Assembly.GetManifestResourceStream($"highlight.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
