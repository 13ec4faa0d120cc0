using System.Buffers.Binary;
using System.IO.Hashing;
using HighLight.Sparsity;
using static System.FormattableString;

namespace HighLight.Formats;

/// <summary>Whatever the bytes are, reading gives a canonical matrix within the limits, or the one exception, with memory in proportion to the file.</summary>
public sealed class HssFileFuzzTests
{
    private const int Inputs = 26_000;
    private const int MaxElements = 1 << 14;

    private static readonly HssFileOptions Options = new() { MaxElements = MaxElements };

    /// <summary>Values of fields that lengths and counts are made of, at their boundaries.</summary>
    private static readonly ulong[] Boundaries =
        [0, 1, 2, 3, 7, 8, 16, 31, 32, 33, 63, 64, 127, 128, 255, 256, 0x7FFF, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1UL << 61, long.MaxValue, ulong.MaxValue];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Read_MutatedFiles_DecodeOrThrowTheOneException(int seed)
    {
        var random = new Random(seed);
        var corpus = Corpus();
        var (decoded, deep, refused) = (0, 0, 0);
        for (var i = 0; i < Inputs; i++)
        {
            var file = Mutate(random, corpus);
            var forward = random.Next(20) == 0;
            using var stream = forward ? new ForwardStream(file) : new MemoryStream(file, writable: false);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var read = HssFile.Read(stream, Options);
                Assert.That((long)read.Rows * read.Columns, Is.LessThanOrEqualTo(MaxElements));
                if (!AnyEncodable.File(read).AsSpan().SequenceEqual(file) || !Again(read).AsSpan().SequenceEqual(file))
                {
                    Assert.Fail(Invariant($"Input {i} of seed {seed} is accepted but not canonical: {Convert.ToHexString(file)}"));
                }

                decoded++;
            }
            catch (HssFileException e)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                if (allocated > 200_000 + (8 * file.Length) + (forward ? 2 << 20 : 0))
                {
                    Assert.Fail(Invariant($"Input {i} of seed {seed}, {file.Length} bytes, allocated {allocated} bytes: {e.Message}"));
                }

                refused++;
                deep += e.Fix.Contains("encode the matrix again", StringComparison.Ordinal) ? 1 : 0;
            }
            catch (Exception e) when (e is not (AssertionException or ResultStateException))
            {
                Assert.Fail(Invariant($"Input {i} of seed {seed} threw {e.GetType().Name}: {Convert.ToHexString(file)}\n{e}"));
            }
        }

        // The mutations reach every layer: otherwise this test says little.
        TestContext.Out.WriteLine(Invariant($"{decoded} decoded, {refused} refused, {deep} of them by the deep checks."));
        Assert.That(decoded, Is.GreaterThan(Inputs / 100));
        Assert.That(deep, Is.GreaterThan(Inputs / 10));
        Assert.That(refused - deep, Is.GreaterThan(Inputs / 10));
    }

    private static byte[] Mutate(Random random, byte[][] corpus)
    {
        var file = corpus[random.Next(corpus.Length)].ToArray();
        for (var times = random.Next(1, 4); times > 0 && file.Length > 0; times--)
        {
            file = random.Next(7) switch
            {
                0 or 1 => Flip(random, file, 0),
                2 => Flip(random, file, Math.Min(32 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(Math.Min(28, file.Length - 2))), file.Length - 1)),
                3 => file[..random.Next(file.Length)],
                4 => Splice(random, file, corpus[random.Next(corpus.Length)]),
                5 => Field(random, file),
                _ => [.. file[..random.Next(file.Length)], .. file[random.Next(file.Length)..]],
            };
            if (file.Length < 2)
            {
                break;
            }
        }

        if (random.Next(4) > 0 && file.Length >= 4)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - 4), Crc32.HashToUInt32(file.AsSpan(0, file.Length - 4)));
        }

        return file;
    }

    private static byte[] Flip(Random random, byte[] file, int from)
    {
        file[random.Next(from, file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    private static byte[] Splice(Random random, byte[] file, byte[] other)
    {
        var at = random.Next(file.Length);
        return [.. file[..at], .. other[Math.Min(random.Next(2) == 0 ? at : random.Next(other.Length), other.Length)..]];
    }

    /// <summary>Overwrites a field of the header, the parameters or the directory.</summary>
    private static byte[] Field(Random random, byte[] file)
    {
        Span<byte> value = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(value, random.Next(2) == 0 ? Boundaries[random.Next(Boundaries.Length)] : (ulong)random.NextInt64());
        var at = random.Next(8, Math.Min(Math.Max(file.Length, 9), 120));
        var length = Math.Max(0, Math.Min(1 << random.Next(4), file.Length - at));
        if (length > 0)
        {
            value[..length].CopyTo(file.AsSpan(at));
        }

        return file;
    }

    /// <summary>Decodes, encodes again and writes: for a canonical file the same bytes.</summary>
    private static byte[] Again(EncodedMatrix read) => read.Element switch
    {
        ElementType.Int8 => Again<sbyte>(read),
        ElementType.UInt8 => Again<byte>(read),
        ElementType.Int16 => Again<short>(read),
        ElementType.UInt16 => Again<ushort>(read),
        ElementType.Float16 => Again<Half>(read),
        ElementType.Int32 => Again<int>(read),
        ElementType.UInt32 => Again<uint>(read),
        ElementType.Float32 => Again<float>(read),
        ElementType.Int64 => Again<long>(read),
        ElementType.UInt64 => Again<ulong>(read),
        _ => Again<double>(read),
    };

    private static byte[] Again<T>(EncodedMatrix read)
        where T : unmanaged => AnyEncodable.File(read.Format.Encode(read.Decode<T>()));

    private static byte[][] Corpus() => [.. Files<sbyte>(1), .. Files<Half>(2), .. Files<float>(3), .. Files<ulong>(4)];

    private static IEnumerable<byte[]> Files<T>(int seed)
        where T : unmanaged
    {
        var random = new Random(seed);
        foreach (var (rows, columns, segment) in new[] { (0, 0, 0), (1, 16, 16), (3, 22, 11), (2, 70, 35) })
        {
            foreach (var tails in new[] { TailPolicy.Pad, TailPolicy.Dense })
            {
                foreach (var pattern in new[] { "2:4", "3:4→2:4", "2:2→1:2→2:3" })
                {
                    var layout = new HssLayout(HssPattern.Parse(pattern), columns, segment, tails);
                    var bits = Enumerable.Range(0, rows * columns).Select(_ => random.Next(3) == 0 ? (ulong)random.NextInt64() : 0).ToArray();
                    var matrix = AnyEncodable.Conforming<T>(layout, rows, bits, random.Next(4));
                    yield return AnyEncodable.File(new HssFormat(layout).Encode(matrix));
                    if (tails == TailPolicy.Pad && pattern == "2:4")
                    {
                        foreach (var format in FormatComparison.Formats(layout).Append(new RunLengthFormat(1)).Append(new CsrFormat(32, 32)))
                        {
                            yield return AnyEncodable.File(format.Encode(matrix));
                        }
                    }
                }
            }
        }
    }
}
