using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HighLight.Commands.Completion;

/// <summary>
/// What the help says of a value, read for completion: <c>edp|energy|cycles</c> are words to choose from, <c>NAME|FILE.csv</c> may be a
/// file of that kind, <c>DIR</c> is a folder, <c>NAME[,NAME…]</c> a list, <c>[NAME=]FILE.npy</c> a file that may be named.
/// </summary>
internal sealed partial record ValueSyntax
{
    /// <summary>Words to choose from.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>Whether it may be a file.</summary>
    public bool IsFile { get; private init; }

    /// <summary>The extensions of such a file, with their dots; empty for any.</summary>
    public ImmutableArray<string> Extensions { get; private init; } = [];

    /// <summary>Whether it may be a folder.</summary>
    public bool IsFolder { get; private init; }

    /// <summary>The sign after which another value begins; null when there is only one.</summary>
    public char? Separator { get; private init; }

    /// <summary>Reads what the help calls the value.</summary>
    public static ValueSyntax Parse(string? text)
    {
        // The notebooks of a batch are files or folders.
        if (string.Equals(text, "notebook", StringComparison.OrdinalIgnoreCase))
        {
            return new() { IsFile = true, IsFolder = true, Extensions = [".ipynb", ".dib"] };
        }

        text ??= "";
        var syntax = new ValueSyntax
        {
            Separator = text.Contains(",NAME", StringComparison.Ordinal) ? ','
                : text.Contains("NAME=", StringComparison.Ordinal) ? '='
                : null,
        };
        var afterFile = false;
        foreach (var part in Optional().Replace(text, "").Split('|'))
        {
            var file = FileName().Match(part);
            if (part is "DIR")
            {
                syntax = syntax with { IsFolder = true };
            }
            else if (file.Success || (afterFile && Word().IsMatch(part)))
            {
                var extension = file.Success ? file.Groups[1].Value : "." + part;
                syntax = syntax with { IsFile = true, Extensions = extension.Length == 0 ? [] : syntax.Extensions.Add(extension) };
                afterFile = true;
            }
            else if (Word().IsMatch(part))
            {
                syntax = syntax with { Words = syntax.Words.Add(part) };
            }
        }

        return syntax;
    }

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"^(?:FILE|[A-Z]+(?=\.))(\.[a-z0-9]+)?$", RegexOptions.None, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
