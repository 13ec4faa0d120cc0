using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

public sealed class HssWalkTests
{
    [Test]
    public void Reader_WalkInPlace_RebuildsTheMatrix() => AnyEncodable.Pair<uint>().Where(p => p.Format is HssFormat).Sample(
        (format, matrix) =>
        {
            var reader = new HssReader(format.Encode(matrix));
            return Rebuild(reader).BitwiseEquals(matrix);
        },
        iter: 3000);

    [Test]
    public void Reader_HandWorkedRow_GivesOffsetsFiberByFiber()
    {
        var row = Matrix<sbyte>.Create(1, 16, [0, 5, 0, 7, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 9]);
        var reader = new HssReader(new HssFormat(new HssLayout(HssPattern.Parse("3:4→2:4"), 16)).Encode(row));
        var top = reader.Group(0, 0, 0);
        Assert.Multiple(() =>
        {
            Assert.That(reader.FiberCount(1), Is.EqualTo(1));
            Assert.That(reader.FiberCount(0), Is.EqualTo(3));
            Assert.That(Enumerable.Range(0, 3).Select(e => reader.Offset(1, top, e)), Is.EqualTo([0, 2, 3]));
            Assert.That(Enumerable.Range(0, 2).Select(e => reader.Offset(0, reader.Child(1, top, 1), e)), Is.EqualTo([0, 2]));
            Assert.That(reader.Matrix.Values[reader.ValueIndex(2, 1)], Is.EqualTo(9));
        });
    }

    [Test]
    public void Reader_OutsideRanges_Throws()
    {
        var layout = new HssLayout(HssPattern.Parse("2:4"), 10, tails: TailPolicy.Dense);
        var reader = new HssReader(new HssFormat(layout).Encode(Matrix<float>.Create(2, 10, new float[20])));
        Assert.Multiple(() =>
        {
            Assert.That(() => reader.Group(1, 0, 1), Throws.Nothing);
            Assert.That(() => reader.Group(2, 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reader.Group(0, 1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reader.Group(0, 0, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reader.Offset(1, 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reader.Offset(0, 4, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reader.Offset(0, 0, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(reader.TailIndex(1, 0, 1), Is.EqualTo(11));
            Assert.That(() => reader.TailIndex(0, 0, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reader.Matrix.Values[12], Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void Reader_OtherFormat_Throws() => Assert.That(
        () => new HssReader(new BitmaskFormat().Encode(Matrix<int>.Create(1, 1, [1]))), Throws.ArgumentException.With.Message.Contains("Bitmask"));

    private static Matrix<uint> Rebuild(HssReader reader)
    {
        var (layout, matrix) = (reader.Layout, reader.Matrix);
        var values = new uint[matrix.Rows * matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var segment = 0; segment < layout.SegmentsPerRow; segment++)
            {
                var origin = (row * matrix.Columns) + (segment * layout.SegmentLength);
                for (var group = 0; group < layout.GroupsPerSegment; group++)
                {
                    Fiber(layout.Pattern.RankCount - 1, reader.Group(row, segment, group), group * (int)layout.Pattern.GroupSize, (int)layout.Pattern.GroupSize);
                }

                for (var i = 0; layout.Tails == TailPolicy.Dense && i < layout.TailLength; i++)
                {
                    values[origin + layout.SegmentLength - layout.TailLength + i] = (uint)matrix.Values[reader.TailIndex(row, segment, i)];
                }

                void Fiber(int rank, long fiber, int start, int size)
                {
                    var span = size / layout.Pattern[rank].H;
                    for (var entry = 0; entry < layout.Pattern[rank].G; entry++)
                    {
                        var at = start + (reader.Offset(rank, fiber, entry) * span);
                        if (rank > 0)
                        {
                            Fiber(rank - 1, reader.Child(rank, fiber, entry), at, span);
                        }
                        else if (at < layout.SegmentLength)
                        {
                            values[origin + at] = (uint)matrix.Values[reader.ValueIndex(fiber, entry)];
                        }
                    }
                }
            }
        }

        return Matrix<uint>.Create(matrix.Rows, matrix.Columns, values);
    }
}
