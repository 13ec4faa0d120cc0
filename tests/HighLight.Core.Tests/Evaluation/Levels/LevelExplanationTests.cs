using HighLight.Workloads;
using static System.FormattableString;

namespace HighLight.Evaluation.Levels;

/// <summary>An explanation names every level of a design.</summary>
[TestFixture]
public sealed class LevelExplanationTests
{
    [Test]
    public void Explain_AThirdLevel_NamesWhatItMovesAndCosts()
    {
        var design = LevelDesigns.TensorCore with
        {
            Levels = LevelDesigns.TensorCore.Levels.With("L2", level => level with { ReadBytesPerCycle = 1 }),
        };
        var evaluation = GemmEvaluation.Run(new(design, new Gemm(512, 512, 512), Evaluate.Dense, Evaluate.Dense) { Technology = LevelDesigns.Technology });
        var text = evaluation.Explain();
        var moved = evaluation.Result.Counts.Level(1);
        Assert.That(text, Does.Contain("set by L2").And.Contains(Invariant($"L2: read A {moved.A.ReadWords:0}, B {moved.B.ReadWords:0}, Z 0 words")));
        Assert.That(text, Does.Contain(Invariant($"L2: {evaluation.Result.Energy.Levels[1].Data:0} pJ")));
        Assert.That(moved.A.ReadWords, Is.AtLeast(512 * 512));
    }
}
