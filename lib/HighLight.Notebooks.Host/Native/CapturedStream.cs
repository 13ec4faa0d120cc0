using System.Text;

namespace HighLight.Notebooks.Host.Native;

/// <summary>
/// The bytes of a pipe as text. A character whose bytes come in two reads stays whole. It is bounded: what exceeds the limit is read, so
/// that writers go on, and dropped.
/// </summary>
/// <param name="name">The stream, <c>stdout</c> or <c>stderr</c>.</param>
/// <param name="limit">How many characters are kept, one more to show that there was more.</param>
internal sealed class CapturedStream(string name, int limit)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _text = new();
    private char[] _characters = [];

    public string Name => name;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether further text is dropped.</summary>
    public bool IsFull => _text.Length > limit;

    /// <summary>Takes in bytes; returns the text that they complete, valid until the next call.</summary>
    public ReadOnlySpan<char> Add(ReadOnlySpan<byte> bytes)
    {
        if (_characters.Length < Encoding.UTF8.GetMaxCharCount(bytes.Length))
        {
            _characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        }

        int count = _decoder.GetChars(bytes, _characters, flush: false);
        int room = Math.Min(count, limit + 1 - _text.Length);
        _text.Append(_characters, 0, room);
        return _characters.AsSpan(0, count);
    }

    /// <summary>The text since the last call.</summary>
    public string Take()
    {
        string text = _text.ToString();
        _text.Clear();
        return text;
    }
}
