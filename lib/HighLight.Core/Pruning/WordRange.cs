namespace HighLight.Pruning;

/// <summary>The words of a mask's row that the columns [start, start + length) touch, each with the bits of those columns.</summary>
internal ref struct WordRange(int start, int length)
{
    private readonly int _end = start + length;
    private int _word = (start >> 6) - 1;

    public readonly (int Word, ulong Bits) Current
    {
        get
        {
            var first = Math.Max(start - (_word << 6), 0);
            var last = Math.Min(_end - 1 - (_word << 6), 63);
            return (_word, (ulong.MaxValue << first) & (ulong.MaxValue >> (63 - last)));
        }
    }

    public readonly WordRange GetEnumerator() => this;

    public bool MoveNext()
    {
        _word++;
        return Math.Max(_word << 6, start) < _end;
    }
}
