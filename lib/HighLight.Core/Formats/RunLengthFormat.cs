using System.Collections.Immutable;

namespace HighLight.Formats;

/// <summary>
/// For each stored value, row-major over the whole matrix, the number of zeros before it. A gap of 2^bits zeros or more is bridged by explicit zeros:
/// the entry (2^bits − 1, 0) stands for 2^bits zeros. Zeros behind the last nonzero are not stored.
/// </summary>
/// <remarks>
/// The overflow rule is that of Eyeriss's run-length code (recalled: 5-bit runs before 16-bit values), without its packing of three entries into 64
/// bits. Timeloop's RLE differs in that it codes each fiber for itself (recalled).
/// </remarks>
public sealed record RunLengthFormat : SparseFormat
{
    /// <summary>The widest run.</summary>
    public const int MaxRunBits = 31;

    /// <summary>Creates the format.</summary>
    /// <param name="runBits">Bits of one run, 1..<see cref="MaxRunBits"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside its range.</exception>
    public RunLengthFormat(int runBits = 5)
    {
        if (runBits is < 1 or > MaxRunBits)
        {
            throw new ArgumentOutOfRangeException(nameof(runBits), runBits, Invariant($"Runs have 1..{MaxRunBits} bits."));
        }

        RunBits = runBits;
    }

    /// <summary>Bits of one run, 1..<see cref="MaxRunBits"/>.</summary>
    public int RunBits { get; }

    /// <inheritdoc/>
    public override string Name => "Run-length";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.RunLength;

    /// <summary>The longest run, 2^bits − 1.</summary>
    private uint LongestRun => (1u << RunBits) - 1;

    /// <summary>For example <c>Run-length(run 5)</c>.</summary>
    public override string ToString() => Invariant($"{Name}(run {RunBits})");

    private protected override long CountStored<TBits>(int rows, int columns, ReadOnlySpan<TBits> values)
    {
        long stored = 0;
        while (values.IndexOfAnyExcept(TBits.Zero) is var gap and >= 0)
        {
            stored += (gap >> RunBits) + 1;
            values = values[(gap + 1)..];
        }

        return stored;
    }

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored) =>
        new(Data(elementBits, stored), Metadata("runs", 0, RunBits, stored));

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
    {
        var data = new ValueWriter<TBits>(size.Streams[0]);
        var runs = new BitWriter(size.Streams[1]);
        uint gap = 0;
        foreach (var value in values)
        {
            if (value == TBits.Zero)
            {
                gap++;
                continue;
            }

            for (; gap > LongestRun; gap -= LongestRun + 1)
            {
                runs.Write(LongestRun);
                data.Add(TBits.Zero);
            }

            runs.Write(gap);
            data.Add(value);
            gap = 0;
        }

        return [data.ToStream(), runs.ToStream()];
    }

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination)
    {
        var values = encoded.Values.Values<TBits>();
        var runs = encoded.Streams[1];
        var count = (long)encoded.Rows * encoded.Columns;
        long position = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var run = (uint)runs.ItemAt(i);
            position += run;
            if (position >= count)
            {
                return new StreamFault(1, i, Invariant($"a run of {run} that ends at value {position}"), Invariant($"runs within the {count} values of the matrix"));
            }

            if (values[i] == TBits.Zero && (run != LongestRun || i == values.Length - 1))
            {
                return new StreamFault(
                    0, i, Invariant($"an explicit zero after a run of {run}"), Invariant($"explicit zeros after runs of {LongestRun}, followed by another value"));
            }

            if (!destination.IsEmpty)
            {
                destination[(int)position] = values[i];
            }

            position++;
        }

        return null;
    }

    internal override byte[] Parameters() => [(byte)RunBits];
}
