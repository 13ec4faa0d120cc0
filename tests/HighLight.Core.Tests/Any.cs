using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight;

/// <summary>Generators shared by the property tests.</summary>
internal static class Any
{
    public static Gen<Gh> Rule(int maxH) => Gen.Int[1, maxH].SelectMany(h => Gen.Int[1, h].Select(g => new Gh(g, h)));

    public static Gen<HssPattern> Pattern(int maxRanks = 3, int maxH = 8) =>
        Rule(maxH).Array[1, maxRanks].Select(rules => HssPattern.Create(rules));

    public static Gen<ValueSet> Values(int max) => Gen.Int[1, max].Array[1, 4].Select(v => ValueSet.Of(v));

    public static Gen<GhRange> Range(int max) =>
        Gen.Select(Values(max), Values(max)).Where((g, h) => g.Min <= h.Max).Select((g, h) => new GhRange(g, h));

    public static Gen<HssFamily> Family(int maxRanks = 3, int max = 8) => Range(max).Array[1, maxRanks].Select(r => HssFamily.Create(r));

    public static Gen<RankRule> RuleOrNone(int max) => Gen.OneOf(
        Gen.Const(RankRule.Dense), Gen.Const(RankRule.Unconstrained), Range(max).Select(RankRule.Structured));

    /// <summary>Specifications over the dimensions K, C, R, S: shuffled, sometimes flattened, sometimes split.</summary>
    public static Gen<SparsitySpecification> Specification() =>
        Gen.Select(Gen.Shuffle(new[] { "K", "C", "R", "S" }), Gen.Int[1, 4], Gen.Int[0, 3], RuleOrNone(16).Array[8]).Select((letters, dimensions, splits, rules) =>
        {
            var flattened = letters.Skip(dimensions - 1).ToArray();
            var ranks = letters.Take(dimensions - 1).Select((d, i) => new RankSpecification(new RankName(d, null), rules[i])).ToList();
            var last = string.Concat(flattened);
            ranks.AddRange(splits == 0
                ? [new RankSpecification(new RankName(last, null), rules[4])]
                : Enumerable.Range(0, splits + 1).Select(i => new RankSpecification(new RankName(last, splits - i), rules[4 + i])));
            return SparsitySpecification.Create([.. ranks]);
        });

    /// <summary>Any float: ordinary, zero, −0, infinities, NaN with payloads, denormals.</summary>
    public static Gen<float> FloatBits { get; } = Gen.Frequency(
        (4, Gen.Const(0f)),
        (4, Gen.Float[-2f, 2f]),
        (1, Gen.UInt.Select(BitConverter.UInt32BitsToSingle)),
        (1, Gen.OneOf(new[] { -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, BitConverter.UInt32BitsToSingle(0x7FC0_1234) }.Select(Gen.Const).ToArray<IGen<float>>())));

    /// <summary>Finite weights with repeated magnitudes and zeros, so that ties occur.</summary>
    public static Gen<float> Weight { get; } = Gen.Frequency(
        (1, Gen.Const(0f)), (3, Gen.Int[-3, 3].Select(i => i / 2f)), (6, Gen.Float[-2f, 2f]));

    public static Gen<Matrix<float>> Matrix(Gen<float> values, int maxRows = 6, int maxColumns = 40) =>
        Gen.Select(Gen.Int[0, maxRows], Gen.Int[0, maxColumns])
            .SelectMany((rows, columns) => values.Array[rows * columns].Select(v => Matrix<float>.Create(rows, columns, v)));
}
