using System.Runtime.CompilerServices;
using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>A value for each level of a design's storage, outermost first, inline: it is copied with what holds it and allocates nothing.</summary>
/// <typeparam name="T">The values.</typeparam>
[InlineArray(StorageLevel.MaxLevels)]
public struct PerLevel<T> : IEquatable<PerLevel<T>>
    where T : struct, IEquatable<T>
{
    private T _outermost;

    /// <summary>Whether two are equal, level by level.</summary>
    public static bool operator ==(in PerLevel<T> left, in PerLevel<T> right) => left.Equals(right);

    /// <summary>Whether two differ at a level.</summary>
    public static bool operator !=(in PerLevel<T> left, in PerLevel<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(PerLevel<T> other) => ((ReadOnlySpan<T>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is PerLevel<T> other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in this)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
