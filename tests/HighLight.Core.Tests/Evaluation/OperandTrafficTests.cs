using HighLight.Hardware.Designs;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>What stands behind the end of K: worked by hand.</summary>
[TestFixture]
public sealed class OperandTrafficTests
{
    // 2:4 keeps 2 of each whole group; of one value left over it stores that one, of two or more it stores two.
    [TestCase(4, 2)]
    [TestCase(5, 3)]
    [TestCase(6, 4)]
    [TestCase(8, 4)]
    [TestCase(1, 1)]
    public void StoredWithin_FiberCutShort_IsNoMoreThanWhatIsThere(int reduction, double stored) =>
        Assert.That(TwoOfFour.StoredWithin(reduction), Is.EqualTo(stored));

    // Both groups of 5 values store 2 places each, 3 of which stand for a value; in parts of 4 and 1 it is the same.
    [TestCase(5, 5, 0.75)]
    [TestCase(5, 4, 0.75)]
    [TestCase(8, 8, 1)]
    [TestCase(1, 1, 0.5)]
    public void PresentShare_FiberCutShort_LeavesPaddingOut(int reduction, int tileK, double share) =>
        Assert.That(new OperandTraffic(TwoOfFour, OperandLayout.Matrix).PresentShare(reduction, tileK), Is.EqualTo(share));

    private static OperandExecution TwoOfFour => OperandExecution.Of(Hss("C0(2:4)"), Accelerators.SparseTensorCore.A, 8, "A");
}
