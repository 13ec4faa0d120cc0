using System.Collections.Immutable;

namespace HighLight.Models.Runtime.Execution;

/// <summary>A tensor that goes into a model or comes out of it, as single-precision numbers whatever type the model declares.</summary>
/// <remarks>Whole numbers beyond 2^24 and double precision are rounded to the nearest <see langword="float"/> on their way out.</remarks>
public sealed class ModelTensor
{
    /// <summary>Creates a tensor over a copy of <paramref name="values"/>.</summary>
    /// <param name="name">The input's or output's name; empty for the one input of a model.</param>
    /// <param name="shape">Sizes, outermost first; empty for a scalar.</param>
    /// <param name="values">Row-major, as many as the sizes' product.</param>
    /// <param name="origin">Where the values are from, for reports: a file, or a description.</param>
    /// <exception cref="ArgumentException">A size is negative, or the number of values is not the sizes' product.</exception>
    public ModelTensor(string name, ImmutableArray<int> shape, ReadOnlySpan<float> values, string origin = "given by the caller")
        : this(name, shape, values.ToArray().AsMemory(), origin)
    {
    }

    private ModelTensor(string name, ImmutableArray<int> shape, ReadOnlyMemory<float> values, string origin)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(origin);
        var count = shape.Aggregate(1.0, (product, size) => product * size);
        if (shape.Any(size => size < 0) || count != values.Length)
        {
            throw new ArgumentException(Invariant($"A tensor of shape [{string.Join(", ", shape)}] does not hold {values.Length} values."), nameof(values));
        }

        Name = name;
        Shape = shape;
        Values = values;
        Origin = origin;
    }

    /// <summary>The input's or output's name; empty for the one input of a model.</summary>
    public string Name { get; }

    /// <summary>Sizes of the dimensions, outermost first.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The values, row-major.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>Where the values are from.</summary>
    public string Origin { get; }

    /// <summary>The same values for the input of that name.</summary>
    public ModelTensor As(string name) => new(name, Shape, Values, Origin);

    /// <summary>Name, shape and origin.</summary>
    public override string ToString() => Invariant($"{Name}[{string.Join(", ", Shape)}] ({Origin})");

    /// <summary>A tensor over <paramref name="values"/> themselves: the caller gives them up.</summary>
    internal static ModelTensor Wrap(string name, ImmutableArray<int> shape, float[] values, string origin) => new(name, shape, values.AsMemory(), origin);
}
