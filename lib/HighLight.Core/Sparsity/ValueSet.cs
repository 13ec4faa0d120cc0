using System.Collections.Immutable;
using System.Globalization;

namespace HighLight.Sparsity;

/// <summary>The values that G or H may take in a family: one integer (<c>4</c>), an interval (<c>{4≤H≤8}</c>) or a list (<c>{4,6,8}</c>).</summary>
public sealed class ValueSet : IEquatable<ValueSet>
{
    private ValueSet(ImmutableArray<int> values) => Values = values;

    /// <summary>The values, ascending, distinct, at least one, each in 1..<see cref="Gh.MaxH"/>.</summary>
    public ImmutableArray<int> Values { get; }

    /// <summary>The smallest value.</summary>
    public int Min => Values[0];

    /// <summary>The largest value.</summary>
    public int Max => Values[^1];

    /// <summary>Whether there is exactly one value.</summary>
    public bool IsSingle => Values.Length == 1;

    /// <summary>The given values, in any order, repetitions ignored.</summary>
    /// <exception cref="ArgumentException">No value is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside 1..<see cref="Gh.MaxH"/>.</exception>
    public static ValueSet Of(params ReadOnlySpan<int> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A set of values for G or H holds at least one integer.", nameof(values));
        }

        foreach (var value in values)
        {
            if (value is < 1 or > Gh.MaxH)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values), value, Invariant($"G and H must be in 1..{Gh.MaxH}."));
            }
        }

        return new ValueSet([.. values.ToArray().Distinct().Order()]);
    }

    /// <summary>All integers from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty or leaves 1..<see cref="Gh.MaxH"/>.</exception>
    public static ValueSet Interval(int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, Gh.MaxH);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return new ValueSet([.. Enumerable.Range(min, max - min + 1)]);
    }

    /// <summary>Whether <paramref name="value"/> is one of the values.</summary>
    public bool Contains(int value) => Values.AsSpan().BinarySearch(value) >= 0;

    /// <summary>Prints in the grammar's form, naming the variable <paramref name="variable"/> (G or H) in an interval.</summary>
    public string ToString(char variable)
    {
        var culture = CultureInfo.InvariantCulture;
        if (IsSingle)
        {
            return Min.ToString(culture);
        }

        if (Max - Min != Values.Length - 1)
        {
            return "{" + string.Join(',', Values.Select(v => v.ToString(culture))) + "}";
        }

        return Min == 1
            ? Invariant($"{{{variable}≤{Max}}}")
            : Invariant($"{{{Min}≤{variable}≤{Max}}}");
    }

    /// <inheritdoc/>
    public bool Equals(ValueSet? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Min, Max);

    /// <summary>Prints with H as the variable.</summary>
    public override string ToString() => ToString('H');
}
