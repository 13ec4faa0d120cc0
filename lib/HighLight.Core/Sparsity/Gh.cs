using System.Numerics;

namespace HighLight.Sparsity;

/// <summary>The rule <c>G:H</c> on a rank: at most G nonempty coordinates in each fiber of shape H. Dense is G = H.</summary>
public readonly record struct Gh : IComparable<Gh>
{
    /// <summary>The largest legal H. An offset within a fiber then still fits 16 bits.</summary>
    public const int MaxH = 65_536;

    private readonly int _g;
    private readonly int _h;

    /// <summary>Creates the rule <paramref name="g"/>:<paramref name="h"/>.</summary>
    /// <param name="g">Nonempty coordinates kept, 1..<paramref name="h"/>.</param>
    /// <param name="h">The shape of the fiber, 1..<see cref="MaxH"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names the legal range.</exception>
    public Gh(int g, int h)
    {
        if (h is < 1 or > MaxH)
        {
            throw new ArgumentOutOfRangeException(nameof(h), h, Invariant($"H must be in 1..{MaxH}."));
        }

        if (g < 1 || g > h)
        {
            throw new ArgumentOutOfRangeException(
                nameof(g), g, Invariant($"A rule cannot keep {g} of {h}: G must be in 1..{h}."));
        }

        _g = g;
        _h = h;
    }

    /// <summary>Nonempty coordinates kept in each fiber, 1..H. The default value of the struct is 1:1.</summary>
    public int G => _g == 0 ? 1 : _g;

    /// <summary>The shape of each fiber, 1..<see cref="MaxH"/>.</summary>
    public int H => _h == 0 ? 1 : _h;

    /// <summary>G = H: nothing is pruned, and no metadata is needed.</summary>
    public bool IsDense => G == H;

    /// <summary>G / H.</summary>
    public Fraction Density => new(G, H);

    /// <summary>Bits of one coordinate offset in a fiber of shape H: ceil(log2 H); 0 where the rule is dense.</summary>
    public int OffsetBits => IsDense ? 0 : BitsFor(H);

    /// <summary>ceil(log2 <paramref name="values"/>): the bits that tell that many values apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="values"/> is below 1.</exception>
    public static int BitsFor(long values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values, 1);
        return values == 1 ? 0 : BitOperations.Log2((ulong)values - 1) + 1;
    }

    /// <summary>Orders by H, then by G.</summary>
    public int CompareTo(Gh other) => H != other.H ? H.CompareTo(other.H) : G.CompareTo(other.G);

    /// <summary>Equality of G and of H.</summary>
    public bool Equals(Gh other) => G == other.G && H == other.H;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(G, H);

    /// <summary>For example <c>2:4</c>.</summary>
    public override string ToString() => Invariant($"{G}:{H}");

    /// <summary>Orders by H, then by G.</summary>
    public static bool operator <(Gh left, Gh right) => left.CompareTo(right) < 0;

    /// <summary>Orders by H, then by G.</summary>
    public static bool operator >(Gh left, Gh right) => left.CompareTo(right) > 0;

    /// <summary>Orders by H, then by G.</summary>
    public static bool operator <=(Gh left, Gh right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by H, then by G.</summary>
    public static bool operator >=(Gh left, Gh right) => left.CompareTo(right) >= 0;
}
