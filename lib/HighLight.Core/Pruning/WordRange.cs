namespace HighLight.Pruning;

/// <summary>The words of a mask's row that the columns [start, start + length) touch, each with the bits of those columns.</summary>
internal ref struct WordRange(int start, int length)
{
    private readonly int _lastColumn = start + length - 1;
    private readonly int _lastWord = length == 0 ? -1 : (start + length - 1) >> 6;
    private int _word = (start >> 6) - 1;

    public readonly (int Word, ulong Bits) Current
    {
        get
        {
            var first = Math.Max(start - (_word << 6), 0);
            var last = Math.Min(_lastColumn - (_word << 6), 63);
            return (_word, (ulong.MaxValue << first) & (ulong.MaxValue >> (63 - last)));
        }
    }

    public readonly WordRange GetEnumerator() => this;

    public bool MoveNext() => ++_word <= _lastWord;
}
