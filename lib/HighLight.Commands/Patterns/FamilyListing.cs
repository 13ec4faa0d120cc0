using System.Collections.Immutable;
using System.Numerics;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Commands.Patterns;

/// <summary>The patterns of a family, with what hardware built for the whole family stores and selects.</summary>
internal sealed record FamilyListing
{
    /// <summary>The most patterns that are listed.</summary>
    public const int MostPatterns = 20_000;

    private FamilyListing(HssFamily family)
    {
        Family = family;
        Patterns = family.Patterns();
        Muxes = new SelectionMuxes(family);
    }

    /// <summary>The family.</summary>
    public HssFamily Family { get; }

    /// <summary>Its patterns, in the family's order.</summary>
    public ImmutableArray<HssPattern> Patterns { get; }

    /// <summary>The muxes that serve every pattern of the family: independent rows, sorted offsets.</summary>
    public SelectionMuxes Muxes { get; }

    /// <summary>The distinct sparsity degrees, ascending.</summary>
    public ImmutableArray<Fraction> Degrees => [.. Patterns.Select(pattern => pattern.SparsityDegree).Distinct().Order()];

    /// <summary>The listing; null when the text is not a family of a sane size and <paramref name="problems"/> says why.</summary>
    public static FamilyListing? Read(string text, ICollection<string> problems)
    {
        try
        {
            var family = HssFamily.Parse(text);
            if (family.PatternCount <= MostPatterns)
            {
                return new FamilyListing(family);
            }

            problems.Add(FormattableString.Invariant($"{family} holds {family.PatternCount} patterns; at most {MostPatterns} are listed. Narrow the ranges of G or H."));
        }
        catch (SparsityFormatException exception)
        {
            problems.Add($"{exception.Message}\n  A family is written like \"C1(4:{{4≤H≤8}})→C0(2:{{2≤H≤4}})\"; <= and -> are accepted, a single pattern too.");
        }

        return null;
    }

    /// <summary>
    /// Offset bits of one group of a pattern: on each rank with G &lt; H an offset for each kept payload, wide enough for the family's largest H on that rank.
    /// </summary>
    public BigInteger MetadataBits(HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var bits = BigInteger.Zero;
        var kept = BigInteger.One;
        for (var rank = pattern.RankCount - 1; rank >= 0; rank--)
        {
            kept *= pattern[rank].G;
            bits += pattern[rank].IsDense ? 0 : kept * Gh.BitsFor(Family[rank].H.Max);
        }

        return bits;
    }

    /// <summary>The muxes of hardware that serves this pattern alone.</summary>
    public static SelectionMuxes MuxesOf(HssPattern pattern) => new(HssFamily.Of(pattern));
}
