using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;

namespace HighLight.Models.Tests.RealModel;

public class FuzzTests
{
    private static string RealPath => Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "models", "mlsd_320x320_tiny.onnx");

    [Test]
    public void Load_MutatedSmallModel_ReadsOrThrowsTheOneException()
    {
        byte[] original = SmallModels.Mixed();
        var (read, refused) = Mutate(original, 4_000, 1, position => position.Next(original.Length));
        Assert.That(read, Is.GreaterThan(100), "Some mutations leave a model: else the fuzzing is too coarse to pass the first check.");
        Assert.That(refused, Is.GreaterThan(500));
    }

    [Test]
    public void Load_MutatedRealModel_ReadsOrThrowsTheOneException()
    {
        // Half of the mutations hit the nodes at the start; the rest of the file is nearly all weights.
        var original = File.ReadAllBytes(RealPath);
        var (read, refused) = Mutate(original, 300, 2, random => random.Next(random.Next(2) == 0 ? 20_000 : original.Length));
        Assert.That(read, Is.GreaterThan(10));
        Assert.That(refused, Is.GreaterThan(10));
    }

    private static (int Read, int Refused) Mutate(byte[] original, int count, int seed, Func<Random, int> choose)
    {
        var random = new Random(seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var mutated = MutateOnce(original, random, choose);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var model = OnnxModel.Load(mutated, options: new() { RequireWeights = false });
                foreach (var weights in model.Weights.Take(3))
                {
                    Assert.That(weights.ToTensor().Count, Is.EqualTo((long)weights.M * weights.K * weights.GemmCount));
                }

                read++;
            }
            catch (OnnxFormatException e)
            {
                Assert.That(e.Problems, Is.Not.Empty);
                refused++;
            }

            // What is read costs at most a small multiple of the file, whatever the file claims.
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(500_000 + (20L * original.Length)), $"mutation {i}");
        }

        return (read, refused);
    }

    private static byte[] MutateOnce(byte[] original, Random random, Func<Random, int> choose)
    {
        var at = choose(random);
        var kind = random.Next(6);
        switch (kind)
        {
            case 0:
                return original[..at];
            case 1:
                return [.. original[..at], (byte)random.Next(256), .. original[at..]];
            case 2:
                return [.. original[..at], .. original[Math.Min(original.Length, at + 1 + random.Next(8))..]];
            default:
                var copy = (byte[])original.Clone();
                copy[at] = kind switch { 3 => (byte)(copy[at] ^ (1 << random.Next(8))), 4 => 0xFF, _ => (byte)random.Next(256) };
                return copy;
        }
    }
}
