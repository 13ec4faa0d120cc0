using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>The loop nest that an explanation prints.</summary>
[TestFixture]
public sealed class MappingNestTests
{
    [Test]
    public void Explain_KOutermostSpilled_PrintsTheLoopsInTheirOrder() => Assert.That(
        Nest("M64 K100 N128, K outer, N inner, Z spilled"),
        Is.EqualTo(new[]
        {
            "    for K in 3 parts of 100",
            "      for M in 2 tiles of 64",
            "        for N in 2 tiles of 128",
            "          A 64×100 in the buffer, from DRAM once",
            "          B 100×128 in the buffer, from DRAM 2 times: once for each tile of M",
            "          sums spilled to DRAM in 24 bits: written after each part of K but the last, read before each but the first",
            "          in space: 64 of M, 16 of K, 1 of N a cycle",
        }));

    [Test]
    public void Explain_AllOfKInside_SaysWhatStays() => Assert.That(
        Nest("M64 K300 N256, N outer"),
        Is.EqualTo(new[]
        {
            "    for N, once: all 256 in the buffer",
            "      for M in 2 tiles of 64",
            "        for K, once: all 300 in the buffer",
            "          A 64×300 in the buffer, from DRAM once",
            "          B 300×256 in the buffer, from DRAM once",
            "          sums stay in the register files, 64×128 at a time, over all of K",
            "          in space: 64 of M, 16 of K, 1 of N a cycle",
        }));

    [TestCase("M64 K100 N128, M outer", "MNK")]
    [TestCase("M64 K100 N128, N outer", "NMK")]
    [TestCase("M64 K100 N128, M outer, N inner, Z spilled", "MKN")]
    [TestCase("M64 K100 N128, N outer, M inner, Z spilled", "NKM")]
    [TestCase("M64 K100 N128, K outer, N inner, Z spilled", "KMN")]
    [TestCase("M64 K100 N128, K outer, M inner, Z spilled", "KNM")]
    public void Explain_EachOrder_IsPrinted(string mapping, string order) =>
        Assert.That(string.Concat(Nest(mapping).Take(3).Select(line => line.Trim()[4])), Is.EqualTo(order));

    [Test]
    public void Explain_Structure_SaysHowManyColumnsAStepTakes()
    {
        var request = new GemmRequest(Accelerators.HighLight, new Gemm(64, 1024, 128), Hss("C1(4:8)→C0(2:4)"), Dense);
        Assert.That(GemmEvaluation.Run(request).Explain(), Does.Contain("in space: 64 of M, 16 of K for 64 columns of K, 1 of N a cycle"));
    }

    [Test]
    public void Lines_OfThreeLevels_SayWhatEachKeepsAndWhereItComesFrom()
    {
        var glb = Levels.LevelDesigns.TensorCore.GlobalBuffer with { Keeps = KeptOperands.B };
        var l2 = Levels.LevelDesigns.L2 with { Keeps = KeptOperands.All };
        var evaluator = Levels.LevelDesigns.Prepare(Levels.LevelDesigns.With(Accelerators.TensorCore with { GlobalBuffer = glb }, l2));
        var mapping = Mapping.Parse("M128 K256 N256, K outer, N inner | M64 K64 N999, N outer, M inner, Z spilled");
        Assert.That(
            MappingNest.Lines(evaluator, evaluator.Evaluate(new Gemm(300, 512, 256), mapping)),
            Is.EqualTo(new[]
            {
                "for K in 2 parts of 256",
                "  for M in 3 tiles of 128",
                "    for N, once: all 256 in L2",
                "      A 128×256 in L2, from DRAM once",
                "      B 256×256 in L2, from DRAM once",
                "      Z 128×256 in L2, met 2 times: its sums go to DRAM and come back between",
                "      for N, once: all 256 in the buffer",
                "        for K in 4 parts of 64",
                "          for M in 2 tiles of 64",
                "            B 64×256 in the buffer, from L2 3 times: once for each tile of M",
                "            sums spilled to L2 in 24 bits: written after each part of K but the last, read before each but the first",
                "            in space: 64 of M, 16 of K, 1 of N a cycle",
            }));
    }

    private static string[] Nest(string mapping)
    {
        var request = new GemmRequest(Accelerators.TensorCore, new Gemm(128, 300, 256), Dense, Dense) { Mapping = Mapping.Parse(mapping) };
        return [.. GemmEvaluation.Run(request).Explain().Split('\n').SkipWhile(line => !line.StartsWith("  mapping", StringComparison.Ordinal)).Skip(1).Take(7)];
    }
}
