using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Hardware;

/// <summary>Sparsity hardware follows from the design: no <c>with</c> leaves that of another design behind.</summary>
[TestFixture]
public sealed class DerivedSparsityHardwareTests
{
    private static readonly Accelerator HighLight = Accelerators.HighLight;

    [Test]
    public void Safs_TwiceTheArray_AreTwiceAsManyLanes()
    {
        var wide = HighLight with { Array = HighLight.Array with { SpatialK = 32 } };
        foreach (var name in new[] { "rank-0 selection", "rank-1 selection", "rank-0 offset decoders", "rank-1 offset decoders" })
        {
            Assert.That(Unit(wide, name).Instances, Is.EqualTo(2 * Unit(HighLight, name).Instances), name);
        }
    }

    [Test]
    public void Safs_OtherFamily_AreThoseOfItsRanks()
    {
        var oneRank = HighLight with { A = HighLight.A with { Families = [HssFamily.Parse("C0(2:4)")] } };
        Assert.That(oneRank.Safs.Select(unit => unit.Name), Has.None.Contains("rank-1").And.None.Contains("VFMU"));
        Assert.That(Unit(oneRank, "rank-0 selection"), Is.EqualTo(Unit(Accelerators.SparseTensorCore, "rank-0 selection")));
    }

    [Test]
    public void Area_ThirdRank_CostsMore()
    {
        var three = Three;
        Assert.That(three.Safs.Select(unit => unit.Name), Has.Some.EqualTo("rank-2 selection").And.Some.EqualTo("rank-2 offset decoders"));

        // 4 of at most 6 payloads of 8 × 4 words: a slot for each 4·2 lanes, which chooses among 3.
        var selection = Unit(three, "rank-2 selection");
        Assert.That(selection.Instances, Is.EqualTo(1024.0 / 8));
        Assert.That(selection.Gates, Is.EqualTo(new SelectionMux(3, 32 * 8).Gates));
        Assert.That(AreaModel.Of(three, TechnologyTable.Default).SafMm2, Is.GreaterThan(AreaModel.Of(HighLight, TechnologyTable.Default).SafMm2));
    }

    [Test]
    public void Energy_ThirdRank_CountsThePayloadsThatItPassesOn()
    {
        // 128 lanes of K hold whole groups; a payload of rank 2 passes 8·4 words on for 4·2 that are multiplied.
        var gemm = new Gemm(64, 768, 128);
        var pattern = new HssOperand(HssPattern.Parse("C2(4:6)→C1(4:8)→C0(2:4)"));
        var with = GemmEvaluation.Run(new(Three, gemm, pattern, new DenseOperand()) { AllowSwap = false }).Result;
        var without = GemmEvaluation.Run(new(
            Three with { SafAccounting = new() { IsCharged = false, Additional = [.. Three.Safs.Where(unit => unit.Name != "rank-2 selection")] } },
            gemm,
            pattern,
            new DenseOperand()) { AllowSwap = false }).Result;
        var selection = Unit(Three, "rank-2 selection");
        var payloads = with.Counts.MacsDone * (32.0 / 8) / 32;
        Assert.That(
            with.Energy.Safs - without.Energy.Safs,
            Is.EqualTo(payloads * new GateLibrary(TechnologyTable.Default).EnergyPj(selection.Switched)).Within(1e-6).Percent);
    }

    [Test]
    public void Gating_OfStructuredZeros_SavesTheirEnergyAndNoCycle()
    {
        var gating = Accelerators.SparseTensorCore with
        {
            Name = "gating STC",
            A = Accelerators.SparseTensorCore.A with { StructuredZeros = ZeroAction.Gate, StructuredFormat = CompressionKind.None },
        };
        var half = GemmEvaluation.Run(new(gating, Evaluate.Thousand, Evaluate.Hss("C0(2:4)"), Evaluate.Dense) { AllowSwap = false, Mapping = Evaluate.Stored }).Result;
        var dense = GemmEvaluation.Run(new(gating, Evaluate.Thousand, Evaluate.Dense, Evaluate.Dense) { AllowSwap = false, Mapping = Evaluate.Stored }).Result;
        Assert.That(half.Bounds.Compute, Is.EqualTo(dense.Bounds.Compute));
        Assert.That((half.Counts.MacsDone, half.Counts.MacsGated), Is.EqualTo((dense.Counts.MacsDone / 2, dense.Counts.MacsDone / 2)));
    }

    private static Accelerator Three { get; } = HighLight with
    {
        Name = "three ranks",
        A = HighLight.A with { Families = [HssFamily.Parse("C2(4:{4≤H≤6})→C1(4:{4≤H≤8})→C0(2:{2≤H≤4})")] },
    };

    private static SafUnit Unit(Accelerator design, string name) => design.Safs.Single(unit => unit.Name == name);
}
