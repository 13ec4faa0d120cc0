namespace HighLight.Commands.Hosting;

/// <summary>What a person reads of a crash: its beginning, where the reason and the cell's own frames stand, and its end.</summary>
internal static class OutputExcerpt
{
    /// <summary>Lines kept at the beginning.</summary>
    public const int HeadLines = 12;

    /// <summary>Lines kept at the end.</summary>
    public const int TailLines = 3;

    /// <summary>Characters kept of a line.</summary>
    public const int LineLength = 200;

    /// <summary>The excerpt of <paramref name="text"/>, saying how many lines it leaves out.</summary>
    public static string Of(string text)
    {
        var lines = text.Split('\n').Select(line => line.Length > LineLength ? line[..LineLength] + " …" : line).ToArray();
        // Leaving out one line to say so saves nothing.
        return lines.Length <= HeadLines + TailLines + 1
            ? string.Join('\n', lines)
            : string.Join('\n', [.. lines[..HeadLines], FormattableString.Invariant($"… {lines.Length - HeadLines - TailLines} lines left out …"), .. lines[^TailLines..]]);
    }
}
