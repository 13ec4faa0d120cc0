using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>Trees and generators shared by the tests of this folder.</summary>
internal static class Trees
{
    public static Fibertree Of(string ranks, params float[] values) => Fibertree.FromTensor(Tensor(ranks, values));

    /// <summary>A tensor from ranks written as <c>K:2 C:4</c>.</summary>
    public static DenseTensor<float> Tensor(string ranks, params float[] values) => DenseTensor<float>.Create(
        [.. ranks.Split(' ').Select(r => r.Split(':')).Select(p => new TensorRank(p[0], int.Parse(p[1])))], values);

    /// <summary>Values 1, 2, 3 … in the order of the tensor, so that each tells its position.</summary>
    public static Fibertree Counting(string ranks)
    {
        var count = ranks.Split(' ').Aggregate(1, (product, r) => product * int.Parse(r.Split(':')[1]));
        return Of(ranks, [.. Enumerable.Range(1, count).Select(i => (float)i)]);
    }

    public static SparsitySpecification Spec(string text) => SparsitySpecification.Parse(text);

    /// <summary>Small weights K×C×R×S; shapes include 0 and 1.</summary>
    public static Gen<DenseTensor<float>> AnyTensor(Gen<float> values) =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 9], Gen.Int[1, 3], Gen.Int[1, 3]).SelectMany((k, c, r, s) => values.Array[k * c * r * s]
            .Select(v => DenseTensor<float>.Create([new("K", k), new("C", c), new("R", r), new("S", s)], v)));

    /// <summary>Specifications over K, C, R, S that determine a tree: one rule a rank, and a rule on every inner split.</summary>
    public static Gen<SparsitySpecification> AnyDetermined { get; } = Gen.Select(Any.Specification(), Any.Rule(5).Array[8]).Select((specification, rules) =>
        SparsitySpecification.Create([.. specification.Ranks.Select((rank, i) => rank with
        {
            Rule = rank.Rule.Kind == RankRuleKind.Structured || (i > 0 && specification.Ranks[i - 1].Name.Dimensions == rank.Name.Dimensions)
                ? RankRule.Structured(rules[i])
                : rank.Rule,
        })]));

    /// <summary>A sequence of transformations; those that a tree refuses are left out.</summary>
    public static Gen<Func<Fibertree, Fibertree>> AnyTransformation { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 20], Gen.Int[1, 5]).Array[0, 6].Select(operations => new Func<Fibertree, Fibertree>(tree =>
            operations.Aggregate(tree, (t, o) => Apply(t, o.Item1, o.Item2, o.Item3))));

    private static Fibertree Apply(Fibertree tree, int operation, int at, int shape)
    {
        var names = tree.Ranks.Select(r => r.Name).ToList();
        at %= names.Count;
        try
        {
            switch (operation)
            {
                case 0:
                    return tree.Split(names[at], shape);
                case 1:
                    return at + 1 < names.Count ? tree.Flatten(names[at], names[at + 1]) : tree;
                default:
                    var moved = names[at];
                    names.RemoveAt(at);
                    names.Insert(shape % (names.Count + 1), moved);
                    return tree.Reorder([.. names]);
            }
        }
        catch (ArgumentException)
        {
            return tree;
        }
    }
}
