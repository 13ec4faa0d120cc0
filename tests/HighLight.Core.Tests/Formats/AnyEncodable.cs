using System.Runtime.InteropServices;
using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>Generators of matrices together with a format that can hold them.</summary>
internal static class AnyEncodable
{
    /// <summary>Bits of a value: half of them 0, the others often −0, a NaN with payload or 1 at one of the widths.</summary>
    public static Gen<ulong> Bits { get; } = Gen.Frequency(
        (6, Gen.Const(0UL)),
        (3, Gen.ULong),
        (1, Gen.OneOf(
            Gen.Const(1UL), Gen.Const(ulong.MaxValue), Gen.Const(0x8000_0000_8000_8080UL), Gen.Const(0x7FC0_1234UL), Gen.Const(0x7FF8_0000_0000_0001UL))));

    public static Gen<HssLayout> Layout(int maxColumns = 40) =>
        Gen.Select(Any.Pattern(), Gen.Int[0, maxColumns], Gen.Int[0, 100], Gen.Enum<TailPolicy>()).Select((pattern, columns, pick, tails) =>
        {
            var divisors = Enumerable.Range(1, columns).Where(d => columns % d == 0).ToArray();
            var segment = columns == 0 ? 0 : divisors[pick % divisors.Length];
            return new HssLayout(pattern, columns, segment, tails == TailPolicy.Reject && segment % (int)pattern.GroupSize != 0 ? TailPolicy.Dense : tails);
        });

    public static Gen<HssFormat> Hss(int maxColumns = 40) =>
        Gen.Select(Layout(maxColumns), Gen.Int[0, 3], Gen.Bool).Select((layout, more, own) =>
            own ? new HssFormat(layout) : new HssFormat(layout, [.. layout.Pattern.Rules.Select(r => r.OffsetBits + more)]));

    /// <summary>Formats that hold any matrix of up to 64 rows and columns.</summary>
    public static Gen<SparseFormat> General { get; } = Gen.OneOf<SparseFormat>(
        Gen.Const<SparseFormat>(new UncompressedFormat()),
        Gen.Const<SparseFormat>(new BitmaskFormat()),
        Gen.Int[1, RunLengthFormat.MaxRunBits].Select(SparseFormat (bits) => new RunLengthFormat(bits)),
        Gen.Int[1, 3].Select(SparseFormat (bits) => new RunLengthFormat(bits)),
        Gen.Select(Width, Width).Select(SparseFormat (a, b) => new CsrFormat(a, b)),
        Gen.Select(Width, Width).Select(SparseFormat (a, b) => new CscFormat(a, b)),
        Gen.Select(Width, Width).Select(SparseFormat (a, b) => new CoordinateListFormat(a, b)));

    private static Gen<int?> Width => Gen.Frequency((2, Gen.Int[0, 0].Select(_ => (int?)null)), (1, Gen.Int[12, 32].Select(b => (int?)b)));

    public static Gen<(SparseFormat Format, Matrix<T> Matrix)> Pair<T>()
        where T : unmanaged => Gen.OneOf(
            Gen.Select(General, Gen.Int[0, 6], Gen.Int[0, 40]).SelectMany((format, rows, columns) =>
                Bits.Array[rows * columns].Select(bits => (format, Matrix<T>.Create(rows, columns, bits.Select(To<T>).ToArray())))),
            Gen.Select(Hss(), Gen.Int[0, 6]).SelectMany((format, rows) =>
                Gen.Select(Bits.Array[rows * format.Layout.Columns], Gen.Int[0, 7]).Select((bits, start) =>
                    ((SparseFormat)format, Conforming<T>(format.Layout, rows, bits, start)))));

    /// <summary>Drops values until the matrix obeys the layout: from the lowest rank up, in each fiber all but the first G nonempty behind a start.</summary>
    public static Matrix<T> Conforming<T>(HssLayout layout, int rows, ulong[] bits, int start)
        where T : unmanaged
    {
        var values = bits.Select(To<T>).ToArray();
        var pattern = layout.Pattern;
        for (var segment = 0; segment < rows * layout.SegmentsPerRow; segment++)
        {
            var slice = values.AsSpan(segment * layout.SegmentLength, layout.SegmentLength);
            var ruled = slice[..(layout.Tails == TailPolicy.Dense ? layout.SegmentLength - layout.TailLength : layout.SegmentLength)];
            var span = 1;
            for (var rank = 0; rank < pattern.RankCount; rank++)
            {
                var rule = pattern[rank];
                for (var fiber = 0; fiber < ruled.Length; fiber += span * rule.H)
                {
                    var kept = 0;
                    for (var i = 0; i < rule.H; i++)
                    {
                        var block = Block(ruled, fiber + (((i + start) % rule.H) * span), span);
                        if (MemoryMarshal.AsBytes(block).ContainsAnyExcept((byte)0) && ++kept > rule.G)
                        {
                            block.Clear();
                        }
                    }
                }

                span *= rule.H;
            }
        }

        return Matrix<T>.Create(rows, layout.Columns, values);
    }

    /// <summary>The value of type <typeparamref name="T"/> whose bits are the lowest ones.</summary>
    public static T To<T>(ulong bits)
        where T : unmanaged => MemoryMarshal.Read<T>(BitConverter.GetBytes(bits));

    public static byte[] File(EncodedMatrix encoded)
    {
        using var stream = new MemoryStream();
        HssFile.Write(stream, encoded);
        return stream.ToArray();
    }

    public static EncodedMatrix Read(byte[] file, HssFileOptions? options = null)
    {
        using var stream = new MemoryStream(file, writable: false);
        return HssFile.Read(stream, options);
    }

    private static Span<T> Block<T>(Span<T> values, int start, int length) =>
        start >= values.Length ? [] : values.Slice(start, Math.Min(length, values.Length - start));
}
