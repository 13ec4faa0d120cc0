using CsCheck;
using HighLight.Sparsity;

namespace HighLight.Fibertrees;

public class ArrangeTests
{
    private static readonly Fibertree Weights = Trees.Counting("K:2 C:16 R:3 S:3");

    [TestCase("C(unconstrained)→R→S", "K:2→C:16→R:3→S:3")]
    [TestCase("C→RS(2:4)", "K:2→C:16→RS1:3→RS0:4")]
    [TestCase("CRS(unconstrained)", "K:2→CRS:144")]
    [TestCase("RS→C1→C0(2:4)", "K:2→RS:9→C1:4→C0:4")]
    [TestCase("RS→C2→C1(3:4)→C0(2:4)", "K:2→RS:9→C2:1→C1:4→C0:4")]
    [TestCase("RS→C1(3:4)→C0(2:4)", "K:2→RS:9→C1:4→C0:4", Description = "16 values are just one group: no remainder")]
    [TestCase("RS→C1(3:3)→C0(2:4)", "K:2→RS:9→C2:2→C1:3→C0:4", Description = "the remainder is named by the next index")]
    [TestCase("C1(2:8)→C0(2:4)", "K:2→R:3→S:3→C1:4→C0:4", Description = "a group longer than the rank")]
    [TestCase("RS→C(2:4)", "K:2→RS:9→C1:4→C0:4")]
    [TestCase("RS→C(2:16)", "K:2→RS:9→C:16")]
    [TestCase("RS→C0(2:16)", "K:2→RS:9→C0:16")]
    [TestCase("C1(3:4)→RS→C0(2:4)", "K:2→C1:4→RS:9→C0:4")]
    [TestCase("C1(3:3)→RS→C0(2:4)", "K:2→C2:2→C1:3→RS:9→C0:4")]
    [TestCase("SCK→R", "SCK:96→R:3")]
    public void Arrange_Specification_HasItsRanks(string specification, string ranks) =>
        Assert.That(Weights.Arrange(Trees.Spec(specification)).ToString(), Is.EqualTo(ranks));

    [Test]
    public void Arrange_TwoRankHss_PutsEachValueWhereItBelongs()
    {
        // K=1, C=13, R=2, S=1 is value 1 + 144 + 13·9 + 2·3 + 1; C = 13 is C1=3, C0=1.
        var leaf = Weights.Arrange(Trees.Spec("RS→C1(3:4)→C0(2:4)")).Leaves().Single(l => l.Value == 1 + 144 + 117 + 6 + 1);
        Assert.That(leaf.Path.ToString(), Is.EqualTo("K=1, RS=7, C1=3, C0=1"));
    }

    [Test]
    public void Arrange_RankOfSeveralLetters_IsFoundAsAWhole() =>
        Assert.That(Trees.Counting("RS:9 C:4").Arrange(Trees.Spec("C→RS(2:4)")).ToString(), Is.EqualTo("C:4→RS1:3→RS0:4"));

    [Test]
    public void Arrange_OfAnArrangedTree_DependsOnTheSpecificationAlone()
    {
        var specification = Trees.Spec("RS→C1(3:4)→C0(2:4)");
        Assert.That(Weights.Split("C", 3).Flatten("R", "S").Arrange(specification), Is.EqualTo(Weights.Arrange(specification)));
    }

    [Test]
    public void Arrange_EverythingWrong_IsReportedAtOnce()
    {
        var tree = Trees.Counting("K:2 C:4");
        var error = Assert.Throws<SparsityFormatException>(() => tree.Arrange(Trees.Spec("XY→C2(2:{2≤H≤4})→C1→C0(unconstrained)")))!;
        Assert.That(error.Errors.Select(e => (e.Position, e.Message)), Is.EqualTo(new[]
        {
            (0, "The tensor has no rank X."),
            (0, "The tensor has no rank Y."),
            (3, "Rank C2 carries a range of rules; a tree is arranged and pruned by one."),
            (17, "The shape of rank C1 is unknown: it has no rule, and it is not the highest split of C."),
            (20, "The shape of rank C0 is unknown: it is unconstrained, and it is not the highest split of C."),
        }));
        Assert.That(error.Message, Does.Contain("K:2, C:4").And.Contains("Write C1(4:4)").And.Contains("Choose one, for example C2(2:2)").And.Contains("Its ranks are K, C"));
    }

    [Test]
    public void Arrange_GroupBeyondCounting_IsAnError() => Assert.That(
        () => Trees.Counting("C:4").Arrange(Trees.Spec("C2→C1(1:65536)→C0(1:65536)")),
        Throws.InstanceOf<SparsityFormatException>().With.Message.Contains("Use smaller groups"));

    [Test]
    public void Arrange_AnySpecification_FitsOrIsRefusedAndPermutesTheValues() =>
        Gen.Select(Trees.AnyTensor(Any.Weight), Gen.OneOf(Any.Specification(), Trees.AnyDetermined)).Sample((tensor, specification) =>
        {
            var tree = Fibertree.FromTensor(tensor);
            try
            {
                var arranged = tree.Arrange(specification);
                Assert.That(arranged.Leaves().Select(l => l.Value).Order(), Is.EqualTo(tree.Leaves().Select(l => l.Value).Order()));
                Assert.That(arranged.WithOriginalRanks(), Is.EqualTo(tree));
                var names = arranged.Ranks.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
                Assert.That(specification.Ranks, Is.All.Matches<RankSpecification>(r => names.Contains(r.Name.ToString()) || names.Contains(r.Name.Dimensions + "0")));
            }
            catch (SparsityFormatException e)
            {
                Assert.That(e.Errors, Is.Not.Empty.And.All.Matches<SparsityError>(x => x.Fix.Length > 0));
                Assert.That(specification.Ranks.Any(r => r.Rule.Range is { IsSingle: false } || (r.Name.SplitIndex is not null && r.Rule.Rule is null)), Is.True);
            }
        });
}
