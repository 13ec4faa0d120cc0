namespace HighLight.Sparsity;

/// <summary>The rules that one rank of a family may carry: every <c>G:H</c> with G and H from their sets and G ≤ H, for example <c>2:{2≤H≤4}</c>.</summary>
public sealed record GhRange
{
    /// <summary>Creates the range.</summary>
    /// <exception cref="ArgumentException">No pair has G ≤ H.</exception>
    public GhRange(ValueSet g, ValueSet h)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(h);
        if (g.Min > h.Max)
        {
            throw new ArgumentException(
                $"No rule of {g.ToString('G')}:{h.ToString('H')} has G ≤ H: the smallest G must be at most the largest H.", nameof(g));
        }

        G = g;
        H = h;
    }

    /// <summary>A range of one rule.</summary>
    public GhRange(Gh rule)
        : this(ValueSet.Of(rule.G), ValueSet.Of(rule.H))
    {
    }

    /// <summary>The values of G.</summary>
    public ValueSet G { get; }

    /// <summary>The values of H.</summary>
    public ValueSet H { get; }

    /// <summary>Whether the range holds exactly one rule.</summary>
    public bool IsSingle => G.IsSingle && H.IsSingle;

    /// <summary>The rule of the smallest H and the smallest G that it admits; the only rule when <see cref="IsSingle"/>.</summary>
    public Gh First => Rules().First();

    /// <summary>How many rules the range holds: pairs with G ≤ H.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (var h in H.Values)
            {
                var at = G.Values.AsSpan().BinarySearch(h);
                count += at >= 0 ? at + 1 : ~at;
            }

            return count;
        }
    }

    /// <summary>The rules, by ascending H, then ascending G.</summary>
    public IEnumerable<Gh> Rules()
    {
        foreach (var h in H.Values)
        {
            foreach (var g in G.Values)
            {
                if (g > h)
                {
                    break;
                }

                yield return new Gh(g, h);
            }
        }
    }

    /// <summary>Whether <paramref name="rule"/> is one of the rules.</summary>
    public bool Contains(Gh rule) => G.Contains(rule.G) && H.Contains(rule.H);

    /// <summary>For example <c>2:{2≤H≤4}</c>.</summary>
    public override string ToString() => G.ToString('G') + ":" + H.ToString('H');
}
