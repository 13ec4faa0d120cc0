using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>Equality of lists by their items, which the equality of records leaves to the memory they lie in.</summary>
internal static class Sequence
{
    public static bool Equals<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.IsDefault || right.IsDefault
        ? left.IsDefault && right.IsDefault
        : left.AsSpan().SequenceEqual(right.AsSpan(), EqualityComparer<T>.Default);

    public static int HashOf<T>(ImmutableArray<T> items)
    {
        var hash = default(HashCode);
        foreach (var item in items.IsDefault ? [] : items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
