using System.Buffers;

namespace HighLight.Notebooks.Html;

/// <summary>Reads a tag and its attributes as the tokenizer of the HTML standard does (section 13.2.5, "Tokenization").</summary>
internal sealed class HtmlTagScanner
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\t\n\f\r />");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create("\t\n\f\r >");
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\t\n\f\r ");
    private static readonly SearchValues<char> BlanksAndSlashes = SearchValues.Create("\t\n\f\r /");

    private readonly string _html;

    /// <param name="html">The text.</param>
    /// <param name="start">Where a '&lt;' stands in it.</param>
    public HtmlTagScanner(string html, int start)
    {
        _html = html;
        Position = start + 1;
        bool named = Position < html.Length && char.IsAsciiLetter(html[Position]);
        int end = named ? IndexOfAny(NameEnds, Position) : Position;
        Name = html[Position..end].ToLowerInvariant();
        Position = end;
    }

    /// <summary>The tag's name in lower case; empty if no start tag stands here.</summary>
    public string Name { get; }

    /// <summary>How far the text has been read.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a start tag of this name stands at a '&lt;'.</summary>
    public static bool IsTag(string html, int start, string name)
    {
        int end = start + 1 + name.Length;
        return end <= html.Length
            && string.Compare(html, start + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (end == html.Length || NameEnds.Contains(html[end]));
    }

    /// <summary>The next attribute; null at the end of the tag.</summary>
    public HtmlAttribute? Next()
    {
        if (Name.Length == 0)
        {
            return null;
        }

        Position = IndexOfAnyExcept(BlanksAndSlashes, Position);
        if (Position >= _html.Length || _html[Position] == '>')
        {
            return null;
        }

        // An equals sign at the start is part of the name.
        int nameEnd = IndexOfAny(AttributeNameEnds, Position + 1);
        string name = _html[Position..nameEnd].ToLowerInvariant();
        int equals = IndexOfAnyExcept(Blanks, nameEnd);
        if (equals >= _html.Length || _html[equals] != '=')
        {
            Position = nameEnd;
            return new HtmlAttribute(name, "", nameEnd, nameEnd);
        }

        int start = IndexOfAnyExcept(Blanks, equals + 1);
        bool quoted = start < _html.Length && _html[start] is '"' or '\'';
        start += quoted ? 1 : 0;
        int end = quoted ? _html.IndexOf(_html[start - 1], start) : IndexOfAny(UnquotedEnds, Math.Min(start, _html.Length));
        end = end < 0 ? _html.Length : end;
        Position = quoted ? Math.Min(end + 1, _html.Length) : end;
        return new HtmlAttribute(name, CharacterReferences.Resolve(_html[start..end]), start, end);
    }

    /// <summary>Passes over the attributes that are left; returns where the tag ends, null if it does not.</summary>
    public int? ReadToEnd()
    {
        while (Next() is not null)
        {
            // What they say does not matter.
        }

        return Position < _html.Length ? Position + 1 : null;
    }

    private int IndexOfAny(SearchValues<char> characters, int from)
    {
        int index = from >= _html.Length ? -1 : _html.AsSpan(from).IndexOfAny(characters);
        return index < 0 ? _html.Length : from + index;
    }

    private int IndexOfAnyExcept(SearchValues<char> characters, int from)
    {
        int index = from >= _html.Length ? -1 : _html.AsSpan(from).IndexOfAnyExcept(characters);
        return index < 0 ? _html.Length : from + index;
    }
}
