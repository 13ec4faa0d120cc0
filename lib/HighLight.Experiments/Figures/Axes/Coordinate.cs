using System.Diagnostics.CodeAnalysis;

namespace HighLight.Experiments.Figures.Axes;

/// <summary>A place on an axis: a number, a category's name, or nothing (which leaves a gap). NaN and infinities are nothing.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "They spare selectors a constructor call.")]
public readonly record struct Coordinate
{
    private Coordinate(object? value) => Value = value;

    /// <summary>A double, a string or null.</summary>
    public object? Value { get; }

    /// <summary>The number, where it is one.</summary>
    public double? Number => Value as double?;

    /// <summary>A place on a numeric axis.</summary>
    public static implicit operator Coordinate(double value) => new(double.IsFinite(value) ? value : null);

    /// <summary>A place on a numeric axis, or nothing.</summary>
    public static implicit operator Coordinate(double? value) => value ?? double.NaN;

    /// <summary>A place on a category axis, or nothing.</summary>
    public static implicit operator Coordinate(string? value) => new((object?)value);
}
