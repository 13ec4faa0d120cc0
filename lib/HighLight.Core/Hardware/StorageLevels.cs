using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace HighLight.Hardware;

/// <summary>The levels of a design's storage, outermost first. Two lists are equal where all levels are.</summary>
[CollectionBuilder(typeof(StorageLevels), nameof(Create))]
public sealed class StorageLevels : IReadOnlyList<StorageLevel>, IEquatable<StorageLevels>
{
    private readonly ImmutableArray<StorageLevel> _levels;

    private StorageLevels(ImmutableArray<StorageLevel> levels) => _levels = levels;

    /// <summary>Levels.</summary>
    public int Count => _levels.Length;

    /// <summary>A level by its place; 0 is the outermost.</summary>
    public StorageLevel this[int index] => _levels[index];

    /// <summary>A level by its name, in any case.</summary>
    /// <exception cref="KeyNotFoundException">No level has the name; the message lists those there are.</exception>
    public StorageLevel this[string name] => _levels[IndexOf(name)];

    /// <summary>Makes a list; a collection expression calls it.</summary>
    /// <param name="levels">Outermost first. What is wrong with them, <see cref="Accelerator.Problems"/> says.</param>
    public static StorageLevels Create(ReadOnlySpan<StorageLevel> levels) => new([.. levels]);

    /// <summary>The list with one level changed, for example <c>levels.With("GLB", glb => glb with { CapacityBytes = 128 * 1024 })</c>.</summary>
    /// <param name="name">The level's name, in any case.</param>
    /// <param name="change">What to make of it.</param>
    /// <exception cref="KeyNotFoundException">No level has the name.</exception>
    public StorageLevels With(string name, Func<StorageLevel, StorageLevel> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var index = IndexOf(name);
        return With(index, change(_levels[index]));
    }

    /// <summary>The list with another level at a place.</summary>
    /// <param name="index">0 is the outermost.</param>
    /// <param name="level">The level.</param>
    public StorageLevels With(int index, StorageLevel level) => new(_levels.SetItem(index, level));

    /// <summary>The list with a level put before the one at a place: at 1, just inside DRAM.</summary>
    /// <param name="index">1 is behind the outermost.</param>
    /// <param name="level">The level.</param>
    public StorageLevels Insert(int index, StorageLevel level) => new(_levels.Insert(index, level));

    /// <inheritdoc/>
    public bool Equals(StorageLevels? other) => other is not null && Sequence.Equals(_levels, other._levels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StorageLevels);

    /// <inheritdoc/>
    public override int GetHashCode() => Sequence.HashOf(_levels);

    /// <summary>For example <c>DRAM, L2, GLB</c>.</summary>
    public override string ToString() => string.Join(", ", _levels.Select(level => level?.Name));

    /// <inheritdoc/>
    public IEnumerator<StorageLevel> GetEnumerator() => _levels.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var i = 0; i < _levels.Length; i++)
        {
            if (string.Equals(_levels[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new KeyNotFoundException($"No level is called '{name}'; there are {this}.");
    }
}
