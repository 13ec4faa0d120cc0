using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class TimeUnrolledTests
{
    [Test]
    public void Evaluate_S2taWithUnstructuredB_SkipsTheZerosOfBoth()
    {
        // Of 8 values of a block B keeps 2, taken one a cycle; half of A's are kept, which saves energy and no cycle.
        var evaluator = new Evaluator(Accelerators.S2ta, TechnologyTable.Default, new HssOperand(HssPattern.Parse("4:8")), new UniformOperand(0.25));
        var result = evaluator.Evaluate(new Gemm(1024, 1024, 1024), new Mapping(128, 1024, 128, DramLoopOrder.NOuter));
        Assert.That(result.Counts.MacsDone, Is.EqualTo(1024.0 * 1024 * 1024 / 8));
        Assert.That(result.Counts.MacsSkipped, Is.EqualTo(1024.0 * 1024 * 1024 * 7 / 8));
        Assert.That(result.Bounds.Compute, Is.EqualTo(1024.0 * 1024 * 1024 / 1024 / 4));
        Assert.That(result.Bounds.Ideal, Is.EqualTo(1024.0 * 1024 * 1024 / 1024 / 8));
    }
}
