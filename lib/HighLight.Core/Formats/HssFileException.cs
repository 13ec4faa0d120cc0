namespace HighLight.Formats;

/// <summary>A file is no whole, canonical <c>.hss</c> file. It is the only exception that the content of a file causes.</summary>
public sealed class HssFileException : FormatException
{
    internal HssFileException(string? path, long offset, string found, string legal, string fix)
        : base(Invariant($"{path ?? "The stream"}, byte {offset}: found {found}; legal: {legal}{(legal.EndsWith('.') ? "" : ".")} {fix}"))
    {
        Path = path;
        Offset = offset;
        Found = found;
        Legal = legal;
        Fix = fix;
    }

    /// <summary>The file, or null for a stream.</summary>
    public string? Path { get; }

    /// <summary>The byte from the start of the file, where the violation stands.</summary>
    public long Offset { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What may stand there.</summary>
    public string Legal { get; }

    /// <summary>What to do.</summary>
    public string Fix { get; }
}
