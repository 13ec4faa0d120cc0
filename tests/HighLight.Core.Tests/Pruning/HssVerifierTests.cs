using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class HssVerifierTests
{
    [Test]
    public void FindViolation_OverfullBlock_GivesItsPlace()
    {
        // Two slices of 16 under C1(3:4)→C0(2:4): row 1, slice 1, block 2 (columns 24..27) holds three.
        var layout = new HssLayout(HssPattern.Parse("C1(3:4)→C0(2:4)"), 32, 16);
        var mask = Mask.Create(2, 32, (row, column) => row == 1 && column is 24 or 25 or 27);

        var violation = HssVerifier.FindViolation(mask, layout);

        Assert.That(violation, Is.EqualTo(new HssViolation(1, 1, 0, [0, 2], 24, 4, [0, 1, 3], new Gh(2, 4))));
        Assert.That(violation!.ToString(), Is.EqualTo("Row 1, segment 1, group 0, C1 = 2: the C0 fiber in columns 24..27 has 3 nonempty coordinates (0, 1, 3), but 2:4 allows 2. Empty 1 of them (HssPruner keeps the largest), or use 3:4."));
    }

    [Test]
    public void FindViolation_TooManyBlocks_GivesTheHigherFiber()
    {
        var layout = new HssLayout(HssPattern.Parse("C1(1:2)→C0(1:2)"), 8);
        var matrix = Matrix<float>.Create(1, 8, [1, 0, 0, 0, 0, 1, float.NaN, 0]);

        var violation = HssVerifier.FindViolation(matrix, layout);

        Assert.That(violation, Is.EqualTo(new HssViolation(0, 0, 1, [1], 4, 4, [0, 1], new Gh(1, 2))));
        Assert.That(violation!.ToString(), Does.StartWith("Row 0, segment 0, group 1: the C1 fiber in columns 4..7 has 2 nonempty"));
    }

    [Test]
    public void FindViolation_ThreeRanks_GivesCoordinatesHighestFirst()
    {
        // C2(2:3)→C1(2:3)→C0(1:2): groups of 18. Group 1, C2 = 2, C1 = 1: columns 18 + 12 + 2.
        var layout = new HssLayout(HssPattern.Parse("C2(2:3)→C1(2:3)→C0(1:2)"), 36);

        var violation = HssVerifier.FindViolation(Mask.Create(1, 36, (_, column) => column is 32 or 33), layout);

        Assert.That(violation, Is.EqualTo(new HssViolation(0, 0, 0, [1, 2, 1], 32, 2, [0, 1], new Gh(1, 2))));
        Assert.That(violation!.ToString(), Does.Contain("group 1, C2 = 2, C1 = 1: the C0 fiber"));
    }

    [Test]
    public void FindViolation_Several_GivesTheFirstGroupsLowestRank()
    {
        // Group 0 breaks rank 1 (columns 0 and 2) and, further on, rank 0 is broken only in group 1.
        var layout = new HssLayout(HssPattern.Parse("C1(1:2)→C0(1:2)"), 8);
        Assert.That(HssVerifier.FindViolation(Mask.Create(1, 8, (_, c) => c is 0 or 2 or 4 or 5), layout)!.FirstColumn, Is.Zero);

        // Group 0 breaks rank 1 and, in its second block, rank 0: the lower one comes first.
        var lower = HssVerifier.FindViolation(Mask.Create(1, 8, (_, c) => c is 0 or 2 or 3), layout)!;
        Assert.That((lower.Rank, lower.FirstColumn), Is.EqualTo((0, 2)));
    }

    [Test]
    public void FindViolation_Tails_FollowThePolicy()
    {
        // 1:4 over six columns: 4 and 5 are a tail.
        var mask = Mask.Create(1, 6, (_, column) => column >= 4);
        var rule = HssPattern.Parse("1:4");

        Assert.That(HssVerifier.FindViolation(mask, new HssLayout(rule, 6)), Is.EqualTo(new HssViolation(0, 0, 0, [1], 4, 2, [0, 1], new Gh(1, 4))));
        Assert.That(HssVerifier.FindViolation(mask, new HssLayout(rule, 6, tails: TailPolicy.Dense)), Is.Null);
    }

    [Test]
    public void FindViolation_Any_AgreesWithCountingFibersOneByOne() =>
        Gen.Select(PruningCase.Any, Gen.Int[0, 5]).Sample((c, extra) =>
        {
            // A legal mask with a few more positions breaks a rule or does not; an independent count over lists decides.
            var legal = c.Mask;
            var mask = Mask.Create(legal.Rows, legal.Columns, (row, column) => legal[row, column] || ((row * 31) + (column * 17)) % 101 < extra);
            Assert.That(HssVerifier.FindViolation(mask, c.Layout) is null, Is.EqualTo(IsLegal(mask, c.Layout)));
        });

    [Test]
    public void FindViolation_LayoutOfOtherColumns_Throws() =>
        Assert.That(() => HssVerifier.FindViolation(Mask.All(1, 4), new HssLayout(HssPattern.Dense, 5)), Throws.ArgumentException.With.Message.Contains("5 columns"));

    [Test]
    public void FindViolation_Nothing_IsNull() =>
        Assert.That(HssVerifier.FindViolation(Mask.All(0, 4), new HssLayout(HssPattern.Parse("1:4"), 4)), Is.Null);

    private static bool IsLegal(Mask mask, HssLayout layout)
    {
        for (var row = 0; row < mask.Rows; row++)
        {
            for (var segment = 0; segment < layout.SegmentsPerRow; segment++)
            {
                var ruled = layout.SegmentLength - (layout.Tails == TailPolicy.Dense ? layout.TailLength : 0);
                var fibers = Enumerable.Range(0, ruled).Select(i => mask[row, (segment * layout.SegmentLength) + i]).ToArray();
                for (var rank = 0; rank < layout.Pattern.RankCount; rank++)
                {
                    var rule = layout.Pattern[rank];
                    var chunks = fibers.Chunk(rule.H).ToArray();
                    if (chunks.Any(fiber => fiber.Count(nonempty => nonempty) > rule.G))
                    {
                        return false;
                    }

                    fibers = [.. chunks.Select(fiber => fiber.Any(nonempty => nonempty))];
                }
            }
        }

        return true;
    }
}
