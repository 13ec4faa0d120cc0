using CsCheck;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>What holds for every format, parameter, shape, tail policy and element type.</summary>
[TestFixture(typeof(sbyte))]
[TestFixture(typeof(byte))]
[TestFixture(typeof(short))]
[TestFixture(typeof(ushort))]
[TestFixture(typeof(Half))]
[TestFixture(typeof(int))]
[TestFixture(typeof(uint))]
[TestFixture(typeof(float))]
[TestFixture(typeof(long))]
[TestFixture(typeof(ulong))]
[TestFixture(typeof(double))]
public sealed class FormatPropertyTests<T>
    where T : unmanaged
{
    private static Gen<(SparseFormat Format, Matrix<T> Matrix)> Pairs { get; } = AnyEncodable.Pair<T>();

    [Test]
    public void Decode_AfterEncode_IsBitwiseEqual() =>
        Pairs.Sample((format, matrix) => format.Encode(matrix).Decode<T>().BitwiseEquals(matrix), iter: 400);

    [Test]
    public void SizeOf_Matrix_EqualsEveryStreamThatIsWritten() => Pairs.Sample(
        (format, matrix) =>
        {
            var encoded = format.Encode(matrix);
            var formula = format.SizeOf(matrix);
            return formula.Equals(encoded.Size)
                && formula.Equals(format.SizeOf(encoded.Element, matrix.Rows, matrix.Columns, encoded.Values.Count))
                && encoded.Streams.Zip(formula.Streams).All(s => s.First.BitLength == s.Second.Bits && s.First.Bytes.Length == (s.Second.Bits + 7) / 8)
                && formula.TotalBits == encoded.Streams.Sum(s => s.BitLength);
        },
        iter: 400);

    [Test]
    public void Encode_Result_IsVerifiedAndCanonical() => Pairs.Sample(
        (format, matrix) =>
        {
            var encoded = format.Encode(matrix);
            return encoded.Verify() is null
                && AnyEncodable.File(encoded.Format.Encode(encoded.Decode<T>())).AsSpan().SequenceEqual(AnyEncodable.File(encoded));
        },
        iter: 150);

    [Test]
    public void File_ReadBack_HoldsTheMatrixAndWritesTheSameBytes() => Pairs.Sample(
        (format, matrix) =>
        {
            var file = AnyEncodable.File(format.Encode(matrix));
            var read = AnyEncodable.Read(file);
            return read.Decode<T>().BitwiseEquals(matrix) && AnyEncodable.File(read).AsSpan().SequenceEqual(file);
        },
        iter: 400);

    [TestCase(0, 0)]
    [TestCase(0, 5)]
    [TestCase(5, 0)]
    [TestCase(1, 1)]
    [TestCase(1, 70)]
    [TestCase(70, 1)]
    public void RoundTrip_EdgeShapes_EveryFormat(int rows, int columns)
    {
        foreach (var filled in new[] { false, true })
        {
            var matrix = Matrix<T>.Create(rows, columns, (_, _) => AnyEncodable.To<T>(filled ? ulong.MaxValue : 0));
            var layout = new Sparsity.HssLayout(Sparsity.HssPattern.Parse(filled ? "3:3→4:4" : "3:4→2:4"), columns);
            foreach (var format in FormatComparison.Formats(layout))
            {
                var file = AnyEncodable.File(format.Encode(matrix));
                Assert.That(AnyEncodable.Read(file).Decode<T>().BitwiseEquals(matrix), Is.True, format.ToString());
            }
        }
    }
}
