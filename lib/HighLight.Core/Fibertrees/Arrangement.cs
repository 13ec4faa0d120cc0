using System.Collections.Immutable;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>The layout that a specification asks for, and the rule on each of its ranks.</summary>
internal sealed class Arrangement
{
    private readonly ImmutableArray<TensorRank> _dimensions;
    private readonly SparsitySpecification _specification;
    private readonly List<SparsityError> _errors = [];

    /// <summary>Values in a group of each axis: the product of the H of its rules.</summary>
    private readonly ImmutableArray<long> _groups;

    private Arrangement(SparsitySpecification specification, ImmutableArray<TensorRank> dimensions)
    {
        _specification = specification;
        _dimensions = dimensions;
        var axes = ImmutableArray.CreateBuilder<Axis>();
        var parts = new List<(int Axis, int Part, RankRule Rule)>();
        var groups = specification.Ranks.GroupBy(r => r.Name.Dimensions, StringComparer.Ordinal).ToList();
        var resolved = groups.Select(g => Resolve(g.Key, g.First())).ToList();
        for (var i = 0; i < dimensions.Length; i++)
        {
            if (!resolved.Any(r => r.Contains(i)))
            {
                parts.Add((axes.Count, 0, RankRule.Dense));
                axes.Add(new Axis(dimensions[i].Name, [i], dimensions[i].Shape, [1]));
            }
        }

        var firstNamed = axes.Count;
        for (var g = 0; g < groups.Count; g++)
        {
            axes.Add(NamedAxis([.. groups[g]], resolved[g]));
        }

        var next = new int[groups.Count];
        foreach (var rank in specification.Ranks)
        {
            var g = groups.FindIndex(group => group.Key == rank.Name.Dimensions);
            var axis = axes[firstNamed + g];
            if (next[g] == 0 && axis.Parts > groups[g].Count())
            {
                parts.Add((firstNamed + g, next[g]++, RankRule.Dense));
            }

            parts.Add((firstNamed + g, next[g]++, rank.Rule));
        }

        if (_errors.Count > 0)
        {
            throw new SparsityFormatException(
                specification.ToString(), $"specification that fits the ranks {string.Join(", ", dimensions)}", [.. _errors.OrderBy(e => e.Position)]);
        }

        Layout = RankLayout.Create(dimensions, axes.ToImmutable(), [.. parts.Select(p => (p.Axis, p.Part))]);
        _groups = [.. axes.Select((_, axis) => parts.Where(p => p.Axis == axis).Aggregate(1L, (product, p) => product * (p.Rule.Rule?.H ?? 1)))];
        Ranks = [.. parts.Select((p, depth) => Arranged(depth, p.Rule))];
    }

    public RankLayout Layout { get; }

    /// <summary>The ranks of the layout with their rules, outermost first.</summary>
    public ImmutableArray<ArrangedRank> Ranks { get; }

    /// <exception cref="SparsityFormatException">The specification does not fit the dimensions.</exception>
    public static Arrangement Create(SparsitySpecification specification, ImmutableArray<TensorRank> dimensions)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return new Arrangement(specification, dimensions);
    }

    /// <exception cref="ArgumentException">The policy is <see cref="TailPolicy.Reject"/> and there are tails: all of them named.</exception>
    public void CheckTails(TailPolicy tails)
    {
        if (!Enum.IsDefined(tails))
        {
            throw new ArgumentOutOfRangeException(nameof(tails), tails, "Tails are Pad, Dense or Reject.");
        }

        var problems = Layout.Axes
            .Select((a, i) => (Axis: a, Group: _groups[i]))
            .Where(t => tails == TailPolicy.Reject && t.Axis.Extent % t.Group != 0)
            .Select(t => Invariant($"{t.Axis.Name} has {t.Axis.Extent} values, no multiple of the {t.Group} of a group: {t.Axis.Extent % t.Group} are left over"))
            .ToArray();
        if (problems.Length > 0)
        {
            throw new ArgumentException($"{_specification} leaves tails: {string.Join("; ", problems)}. Use TailPolicy.Pad or Dense, or other rules.", nameof(tails));
        }
    }

    private ImmutableArray<int> Resolve(string name, RankSpecification rank)
    {
        var whole = IndexOf(name);
        if (whole >= 0)
        {
            return [whole];
        }

        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var letter in name)
        {
            if (IndexOf(letter.ToString()) is >= 0 and var i)
            {
                found.Add(i);
            }
            else
            {
                Report(rank, $"The tensor has no rank {letter}.", $"Its ranks are {string.Join(", ", _dimensions.Select(d => d.Name))}.");
            }
        }

        return found.ToImmutable();
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _dimensions.Length; i++)
        {
            if (_dimensions[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The axis of the ranks of one dimension, highest first, with a remainder above if the highest has a rule and is too long for it.</summary>
    private Axis NamedAxis(RankSpecification[] ranks, ImmutableArray<int> dimensions)
    {
        var axis = Axis.Combine([.. dimensions.Select(i => new Axis(_dimensions[i].Name, [i], _dimensions[i].Shape, [1]))]) with { Indexed = ranks[0].Name.SplitIndex is not null };
        var strides = new List<int> { 1 };
        for (var i = ranks.Length - 1; i >= 0; i--)
        {
            if (ShapeOf(ranks[i], isHighest: i == 0) is not { } shape)
            {
                continue;
            }

            var stride = (long)strides[0] * shape;
            if (i == 0 && stride >= axis.Extent)
            {
                break;
            }

            if (stride > int.MaxValue)
            {
                Report(ranks[i], Invariant($"A group of rank {ranks[i].Name} would span {stride} values, more than {int.MaxValue}."), "Use smaller groups.");
                break;
            }

            strides.Insert(0, (int)stride);
        }

        return axis with { Strides = [.. strides] };
    }

    /// <summary>H of a rank's rule; null for the highest rank without a rule, which takes what is left, and for a rank in error.</summary>
    private int? ShapeOf(RankSpecification rank, bool isHighest)
    {
        if (rank.Rule.Rule is { } rule)
        {
            return rule.H;
        }

        if (rank.Rule.Range is { } range)
        {
            Report(rank, $"Rank {rank.Name} carries a range of rules; a tree is arranged and pruned by one.", $"Choose one, for example {rank.Name}({range.First}).");
        }
        else if (!isHighest)
        {
            var what = rank.Rule.Kind == RankRuleKind.Unconstrained ? "is unconstrained" : "has no rule";
            Report(rank, $"The shape of rank {rank.Name} is unknown: it {what}, and it is not the highest split of {rank.Name.Dimensions}.", $"Write {rank.Name}(4:4) for a dense rank of shape 4.");
        }

        return null;
    }

    private ArrangedRank Arranged(int depth, RankRule rule)
    {
        var (index, part) = Layout.Order[depth];
        var axis = Layout.Axes[index];
        var above = Enumerable.Range(0, depth)
            .Where(d => Layout.Order[d].Axis == index)
            .Select(d => (d, axis.Strides[Layout.Order[d].Part]))
            .ToArray();
        return new ArrangedRank(depth, Layout.Ranks[depth], rule, above, axis.Extent / _groups[index] * _groups[index]);
    }

    private void Report(RankSpecification rank, string message, string fix)
    {
        var position = _specification.Ranks.TakeWhile(r => !ReferenceEquals(r, rank)).Sum(r => r.ToString().Length + 1);
        _errors.Add(new SparsityError(position, rank.ToString().Length, message, fix));
    }
}
