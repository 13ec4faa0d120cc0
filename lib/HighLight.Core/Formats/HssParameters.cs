using System.Buffers.Binary;
using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>The parameters of <see cref="HssFormat"/> as the file holds them (FORMAT.md).</summary>
internal static class HssParameters
{
    private const int FixedBytes = 8;
    private const int RankBytes = 12;

    public static byte[] Write(HssFormat format)
    {
        var layout = format.Layout;
        var rules = layout.Pattern.Rules;
        var bytes = new byte[FixedBytes + (RankBytes * rules.Length)];
        bytes[0] = (byte)layout.Tails;
        bytes[1] = (byte)rules.Length;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), layout.SegmentLength);
        for (var level = 0; level < rules.Length; level++)
        {
            var rank = bytes.AsSpan(FixedBytes + (RankBytes * level));
            BinaryPrimitives.WriteInt32LittleEndian(rank, rules[level].G);
            BinaryPrimitives.WriteInt32LittleEndian(rank[4..], rules[level].H);
            BinaryPrimitives.WriteInt32LittleEndian(rank[8..], format.OffsetBits[level]);
        }

        return bytes;
    }

    /// <summary>The format; <paramref name="fail"/> makes the exception for a byte of the parameters, what it holds and what is legal.</summary>
    public static HssFormat Read(ReadOnlySpan<byte> bytes, int columns, Func<int, string, string, Exception> fail)
    {
        if (bytes.Length < FixedBytes)
        {
            throw fail(0, Invariant($"{bytes.Length} bytes of parameters"), Invariant($"{FixedBytes} and {RankBytes} for each rank"));
        }

        var tails = (TailPolicy)bytes[0];
        if (!Enum.IsDefined(tails))
        {
            throw fail(0, Invariant($"the tail policy {bytes[0]}"), "0 (Pad), 1 (Dense), 2 (Reject)");
        }

        if (bytes[1] is 0 or > HssPattern.MaxRanks)
        {
            throw fail(1, Invariant($"{bytes[1]} ranks"), Invariant($"1..{HssPattern.MaxRanks}"));
        }

        if (bytes[2] != 0 || bytes[3] != 0)
        {
            throw fail(2, "reserved bytes that are not 0", "0");
        }

        if (bytes.Length != FixedBytes + (RankBytes * bytes[1]))
        {
            throw fail(0, Invariant($"{bytes.Length} bytes of parameters"), Invariant($"{FixedBytes + (RankBytes * bytes[1])} for {bytes[1]} ranks"));
        }

        var rules = new Gh[bytes[1]];
        var offsetBits = new int[rules.Length];
        for (var level = 0; level < rules.Length; level++)
        {
            var at = FixedBytes + (RankBytes * level);
            var g = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
            var h = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (h is < 1 or > Gh.MaxH || g < 1 || g > h)
            {
                throw fail(at, Invariant($"the rule {g}:{h}"), Invariant($"1 ≤ G ≤ H ≤ {Gh.MaxH}"));
            }

            rules[level] = new Gh((int)g, (int)h);
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 8)..]);
            var (least, most) = (rules[level].OffsetBits, rules[level].IsDense ? 0 : HssFormat.MaxOffsetBits);
            if (bits < least || bits > most)
            {
                throw fail(at + 8, Invariant($"offsets of {bits} bits for {rules[level]}"), SparseFormat.Range(least, most));
            }

            offsetBits[level] = (int)bits;
        }

        var segment = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (segment > int.MaxValue)
        {
            throw fail(4, Invariant($"segments of {segment} values"), Invariant($"0..{int.MaxValue}"));
        }

        try
        {
            return new HssFormat(new HssLayout(HssPattern.Create(rules), columns, (int)segment, tails), offsetBits);
        }
        catch (ArgumentException e)
        {
            throw fail(0, "a layout that does not exist", e.Message);
        }
    }
}
