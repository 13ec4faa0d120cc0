using CsCheck;
using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Simulation.Levels;

/// <summary>One or two levels more, each with any operands, and tiles that nest: what is claimed exact of every level is.</summary>
[TestFixture]
public sealed class LevelAgreementTests
{
    private static Gen<KeptOperands> Keeps => Gen.Int[1, 7].Select(kept => (KeptOperands)kept);

    [Test]
    public void Structured_AnyLevels_AgreeExactly() =>
        AnyRun.Structured.SelectMany(run => run.Request(24, leastDensity: 1)).SelectMany(WithLevels).Sample(Agrees, iter: 300);

    [Test]
    public void Structured_ZerosOfB_AgreeExactlyWhereClaimed() =>
        AnyRun.Structured.SelectMany(run => run.Request(24, leastDensity: 0)).SelectMany(WithLevels).Sample(Agrees, iter: 200);

    [Test]
    public void TimeUnrolled_AnyLevels_AgreeExactlyWhereClaimed() =>
        AnyRun.TimeUnrolled.SelectMany(run => run.Request(20, leastDensity: 0.3)).SelectMany(WithLevels).Sample(Agrees, iter: 300);

    [Test]
    public void OuterProduct_AnyLevels_AgreeExactlyWhereClaimed() =>
        AnyRun.OuterProduct.SelectMany(run => run.Request(40, leastDensity: 0.2, densityOfA: 0.4)).SelectMany(WithLevels)
            .Sample(Agrees, iter: 200);

    [Test]
    public void TwoLevels_OfWhichTheInnerKeepsAnything_AgreeExactlyWhereClaimed() => Gen.Select(
        Gen.OneOf(AnyRun.Structured, AnyRun.TimeUnrolled, AnyRun.OuterProduct).SelectMany(run => run.Request(20, leastDensity: 0.5)),
        Keeps).Select((request, kept) => request with { Design = Kept(request.Design, kept) }).Sample(Agrees, iter: 300);

    private static Accelerator Kept(Accelerator design, KeptOperands kept) => design with
    {
        GlobalBuffer = design.GlobalBuffer with { Keeps = kept },
    };

    /// <summary>Outer tiles are 1 to 4 inner ones in each dimension, or all of it.</summary>
    private static Gen<SimulationRequest> WithLevels(SimulationRequest request) => Gen.Select(
        Gen.Int[1, 2], Keeps.Array[3], Gen.Int[1, 5].Array[6], Gen.Int[0, 5].Array[2]).Select((count, keeps, times, orders) =>
        {
            var (design, inner) = (request.Design, request.Mapping!.Value);
            var levels = Kept(design, keeps[2]).Levels;
            var tiles = new LevelTile[count];
            LevelTile inside = new(inner.TileM, inner.TileK, inner.TileN, inner.Order);
            for (var i = count - 1; i >= 0; i--)
            {
                inside = tiles[i] = new(
                    Times(inside.M, times[3 * i], request.A.Rows),
                    Times(inside.K, times[(3 * i) + 1], request.A.Columns),
                    Times(inside.N, times[(3 * i) + 2], request.B.Columns),
                    (DramLoopOrder)orders[i]);
                var name = FormattableString.Invariant($"L{count + 1 - i}");
                levels = levels.Insert(1, StorageLevel.GlobalBuffer with { Name = name, Keeps = keeps[i], ReadBytesPerCycle = 16 });
            }

            return request with { Design = design with { Levels = levels }, Mapping = inner with { OuterTiles = new(tiles) } };
        });

    private static int Times(int tile, int times, int size) => tile >= size ? tile : times == 5 ? size : tile * times;

    private static void Agrees(SimulationRequest request)
    {
        var comparison = SimulationComparison.Run(request);
        var wrong = comparison.Rows.Where(row => row.Claim.Kind == ClaimKind.Exact && !row.Holds).Select(row => row.ToString());
        var kept = string.Join(", ", request.Design.Levels.Select(level => $"{level} {level.Keeps}"));
        Assert.That(
            wrong,
            Is.Empty,
            $"{comparison.Simulation.Gemm} {request.Mapping} {request.Design} ({kept}) {request.PatternOfA} {request.PatternOfB}");
        Assert.That(comparison.ProductIsExact, Is.True);
    }
}
