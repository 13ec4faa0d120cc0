using System.Collections.Immutable;
using HighLight.Notebooks;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>The pruning of one rank: steps run from the lowest rank with a rule to the highest.</summary>
[TypeFormatterSource(typeof(FibertreeFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class PruneStep
{
    internal PruneStep(TensorRank rank, RankRule rule, Fibertree arranged, Fibertree before, Fibertree after, ImmutableArray<FiberChoice> choices)
    {
        Rank = rank;
        Rule = rule;
        Arranged = arranged;
        Before = before;
        After = after;
        Choices = choices;
    }

    /// <summary>The rank whose fibers are pruned.</summary>
    public TensorRank Rank { get; }

    /// <summary>Its rule, G:H or unconstrained.</summary>
    public RankRule Rule { get; }

    /// <summary>The tree before the first step, in the ranks of the specification.</summary>
    public Fibertree Arranged { get; }

    /// <summary>The tree before this step.</summary>
    public Fibertree Before { get; }

    /// <summary>The tree after this step.</summary>
    public Fibertree After { get; }

    /// <summary>What was kept in each fiber of the rank, in the order of the tree.</summary>
    public ImmutableArray<FiberChoice> Choices { get; }

    /// <summary>The rank, the rule and what was kept, one line a fiber, at most <paramref name="maxFibers"/> of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxFibers"/> is below 1.</exception>
    public string ToText(int maxFibers = FibertreeText.DefaultMaxLines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxFibers, 1);
        var more = Choices.Length - maxFibers;
        IEnumerable<string> lines = [ToString(), .. Choices.Take(maxFibers).Select(c => "  " + c)];
        return string.Join('\n', more > 0 ? lines.Append(Invariant($"  … {more} more fibers")) : lines);
    }

    /// <summary>
    /// The arranged tree as a drawing: what the step drops is dashed and crossed out, what earlier steps dropped is faint, and each branch of the rank
    /// carries its score.
    /// </summary>
    /// <param name="maxLeaves">The largest number of values drawn; a larger tree gives a drawing that says so.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLeaves"/> is below 1.</exception>
    public string ToSvg(int maxLeaves = FibertreeDrawing.DefaultMaxLeaves) => FibertreeDrawing.OfStep(this, maxLeaves).ToSvg();

    /// <summary><see cref="ToSvg"/> as a figure with a caption, for a notebook or a page.</summary>
    /// <inheritdoc cref="ToSvg" path="/param|/exception"/>
    public string ToHtml(int maxLeaves = FibertreeDrawing.DefaultMaxLeaves) => FibertreeDrawing.OfStep(this, maxLeaves).ToHtml(ToString());

    /// <summary>For example <c>C0(2:4): 16 → 8 values</c>.</summary>
    public override string ToString() => Invariant($"{Rank.Name}({Rule}): {Before.LeafCount} → {After.LeafCount} values");
}
