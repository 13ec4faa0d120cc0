using CsCheck;
using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>The trends that the field expects, over random shapes and densities. Sums of rounded products may differ in the last bits: nothing below is a claim about those.</summary>
[TestFixture]
public sealed class TrendTests
{
    private const double Rounding = 1 + 1e-9;

    private static Gen<(Gemm Gemm, Mapping Mapping)> AnyCase => AnyGemm().SelectMany(gemm => AnyMapping(gemm).Select(mapping => (gemm, mapping)));

    private static Gen<HssPattern> AnyMember => Choice([.. HighLightFamily.Patterns()]);

    [Test]
    public void HighLight_LongerFibers_NeverCostMore() =>
        Gen.Select(AnyCase, AnyMember, Gen.Double[0, 1], Gen.Int[0, 1]).Sample((at, member, b, rank) =>
        {
            var sparser = Longer(member, rank);
            if (sparser is null)
            {
                return true;
            }

            // Whole groups of every member: padding can cost more than a longer fiber saves.
            const int WholeGroups = 10_080;
            var gemm = new Gemm(at.Gemm.M, WholeGroups, at.Gemm.N);
            var mapping = at.Mapping with { TileK = WholeGroups };
            var result = With(Accelerators.HighLight, gemm, new HssOperand(member), Uniform(b), mapping);
            var less = With(Accelerators.HighLight, gemm, new HssOperand(sparser), Uniform(b), mapping);
            return less.Cycles <= result.Cycles * Rounding && less.EnergyPj <= result.EnergyPj * Rounding;
        });

    [Test]
    public void HighLight_LongerFibers_NeverCostMoreEnergyWithTheMapper()
    {
        foreach (var member in HighLightFamily.Patterns())
        {
            foreach (var rank in (int[])[0, 1])
            {
                if (Longer(member, rank) is { } sparser)
                {
                    Assert.That(Energy(sparser), Is.LessThanOrEqualTo(Energy(member)), $"{sparser} against {member}");
                }
            }
        }

        static double Energy(HssPattern pattern) => Best(Accelerators.HighLight, Thousand, new HssOperand(pattern), Uniform(0.5), Objective.Energy).EnergyPj;
    }

    [Test]
    public void HighLight_SparserB_SavesEnergyAndNoComputeCycle() =>
        Gen.Select(AnyCase, AnyMember, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((at, member, b, c) =>
        {
            var dense = With(Accelerators.HighLight, at.Gemm, new HssOperand(member), Uniform(Math.Max(b, c)), at.Mapping);
            var sparse = With(Accelerators.HighLight, at.Gemm, new HssOperand(member), Uniform(Math.Min(b, c)), at.Mapping);

            // Of cycles only compute's: a bitmask of B shares the port of A and of fills, which a narrow N can make the bound.
            return sparse.Bounds.Compute == dense.Bounds.Compute && sparse.EnergyPj <= dense.EnergyPj * Rounding;
        });

    [Test]
    public void HighLight_BQuarterDense_GainsEnergyOnly()
    {
        var dense = With(Accelerators.HighLight, Thousand, Hss("C1(4:8)→C0(2:4)"), Dense, Stored);
        var sparse = With(Accelerators.HighLight, Thousand, Hss("C1(4:8)→C0(2:4)"), Uniform(0.25), Stored);
        Assert.That(sparse.Cycles, Is.EqualTo(dense.Cycles));
        Assert.That(sparse.EnergyPj, Is.LessThan(0.8 * dense.EnergyPj));
    }

    [Test]
    public void DualSide_SparserOperands_NeverTakeMoreCyclesOrEnergy() =>
        Gen.Select(AnyCase, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((at, a, b, less) =>
        {
            var result = With(Accelerators.DualSideSparseTensorCore, at.Gemm, Uniform(a), Uniform(b), at.Mapping);
            var sparserA = With(Accelerators.DualSideSparseTensorCore, at.Gemm, Uniform(a * less), Uniform(b), at.Mapping);
            var sparserB = With(Accelerators.DualSideSparseTensorCore, at.Gemm, Uniform(a), Uniform(b * less), at.Mapping);
            return NoMore(sparserA, result) && NoMore(sparserB, result);

            static bool NoMore(in EvaluationResult less, in EvaluationResult more) =>
                less.Bounds.Compute <= more.Bounds.Compute * Rounding && less.EnergyPj <= more.EnergyPj * Rounding;
        });

    [Test]
    public void DenseTimesDense_DualSide_IsClearlyWorse() =>
        Gen.Select(Gen.Int[1, 16], Gen.Int[1, 64], Gen.Int[1, 16]).Sample((m, k, n) =>
        {
            // Whole tiles of both designs, so that no edge is the reason.
            var gemm = new Gemm(128 * m, 32 * k, 128 * n);
            var dual = Best(Accelerators.DualSideSparseTensorCore, gemm, Dense, Dense, Objective.Energy);
            var tensorCore = Best(EqualTensorCore, gemm, Dense, Dense, Objective.Energy);
            return dual.EdpPjCycles > 1.5 * tensorCore.EdpPjCycles;
        });

    [Test]
    public void HalfOfA_HighLight_SpendsMoreThanSparseTensorCoreOnSparsityHardwareOnly() =>
        Gen.Select(AnyCase, Gen.Double[0, 1]).Sample((at, b) =>
        {
            // Whole groups of HighLight's 16 values, so that no padding is the reason.
            var gemm = new Gemm(at.Gemm.M, 16 * at.Gemm.K, at.Gemm.N);
            var mapping = at.Mapping with { TileK = 16 * at.Mapping.TileK };
            var highLight = With(Accelerators.HighLight, gemm, Hss("C0(2:4)"), Uniform(b), mapping);
            var sparse = With(Accelerators.SparseTensorCore, gemm, Hss("C0(2:4)"), Uniform(b), mapping);
            return highLight.Bounds.Compute == sparse.Bounds.Compute
                && highLight.EnergyPj - highLight.Energy.Safs <= (sparse.EnergyPj - sparse.Energy.Safs) * Rounding;
        });

    [TestCase(1, 1.03)]
    [TestCase(0.75, 1)]
    [TestCase(0.5, 0.9)]
    [TestCase(0.25, 0.8)]
    public void HalfOfA_HighLight_IsAheadOfSparseTensorCoreAsSoonAsBHasZeros(double b, double most)
    {
        var highLight = With(Accelerators.HighLight, Thousand, Hss("C0(2:4)"), Uniform(b), Stored);
        var sparse = With(Accelerators.SparseTensorCore, Thousand, Hss("C0(2:4)"), Uniform(b), Stored);
        Assert.That(highLight.EdpPjCycles / sparse.EdpPjCycles, Is.LessThan(most));
    }

    [Test]
    public void QuarterOfA_HighLightTakesAQuarter_SparseTensorCoreAHalf() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 2000], AnyOperand).Sample((m, k, n, b) =>
        {
            var gemm = new Gemm(64 * m, 64 * k, n);
            var mapping = new Mapping(64, 64 * k, 128, DramLoopOrder.MOuter);
            var tensorCore = With(Accelerators.TensorCore, gemm, Dense, b, mapping).Bounds.Compute;
            return With(Accelerators.HighLight, gemm, Hss("C1(4:8)→C0(2:4)"), b, mapping).Bounds.Compute == tensorCore / 4
                && With(Accelerators.SparseTensorCore, gemm, Hss("C1(4:8)→C0(2:4)"), b, mapping).Bounds.Compute == tensorCore / 2;
        });

    [Test]
    public void BothVerySparse_DualSideIsFastestAndItsEdpIsNotFarAhead()
    {
        foreach (var b in (double[])[0.1, 0.25])
        {
            var dual = With(Accelerators.DualSideSparseTensorCore, Thousand, Uniform(0.25), Uniform(b), Stored);
            var highLight = With(Accelerators.HighLight, Thousand, Hss("C1(4:8)→C0(2:4)"), Uniform(b), Stored);
            Assert.That(dual.Cycles, Is.LessThan(highLight.Cycles));
            Assert.That(dual.EdpPjCycles, Is.GreaterThan(0.5 * highLight.EdpPjCycles), $"B {b}");
        }
    }

    [Test]
    public void AnyDesign_WiderWords_CostMoreEnergy()
    {
        var narrow = With(Accelerators.HighLight, Thousand, Hss("C0(2:4)"), Uniform(0.5), Stored);
        var wide = With(Accelerators.HighLight with { WordBits = 16 }, Thousand, Hss("C0(2:4)"), Uniform(0.5), Stored);
        Assert.That(wide.Energy.Dram, Is.GreaterThan(1.5 * narrow.Energy.Dram));
        Assert.That(wide.Energy.Mac, Is.GreaterThan(2 * narrow.Energy.Mac));
        Assert.That(wide.Bounds.Compute, Is.EqualTo(narrow.Bounds.Compute));
    }

    /// <summary>The member with the next longer fiber on a rank; null behind the last.</summary>
    private static HssPattern? Longer(HssPattern member, int rank)
    {
        Gh rank1 = member[1], rank0 = member[0];
        var longer = rank == 0 ? HssPattern.Create(rank1, new Gh(rank0.G, rank0.H + 1)) : HssPattern.Create(new Gh(rank1.G, rank1.H + 1), rank0);
        return HighLightFamily.Contains(longer) ? longer : null;
    }
}
