using System.Collections.Immutable;

namespace HighLight.Experiments.Figures.Axes;

/// <summary>An axis: what it shows, in which unit and on which scale.</summary>
public sealed record Axis
{
    private Axis(string title, string? unit, AxisScale scale)
    {
        ArgumentNullException.ThrowIfNull(title);
        Title = title;
        Unit = unit;
        Scale = scale;
    }

    /// <summary>What is shown, for example <c>energy</c>.</summary>
    public string Title { get; }

    /// <summary>The unit, shown in brackets; null or <c>1</c> where there is none.</summary>
    public string? Unit { get; }

    /// <summary>How values are placed.</summary>
    public AxisScale Scale { get; }

    /// <summary>The order of the categories of a category axis; empty: the order in which the data names them.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The shown range in the axis's unit; null: what the data needs.</summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>Whether a linear axis always shows zero. Bars do anyway.</summary>
    public bool FromZero { get; init; }

    /// <summary>The format of the tick labels in d3 notation, for example <c>.0%</c>; null: chosen by plotly.js.</summary>
    public string? TickFormat { get; init; }

    /// <summary>Title and unit as shown, for example <c>energy [pJ]</c>.</summary>
    public string Heading => Unit is null or "1" ? Title : $"{Title} [{Unit}]";

    /// <summary>An axis with numbers at equal distances.</summary>
    public static Axis Linear(string title, string? unit = null) => new(title, unit, AxisScale.Linear);

    /// <summary>An axis with positive numbers at equal ratios.</summary>
    public static Axis Logarithmic(string title, string? unit = null) => new(title, unit, AxisScale.Logarithmic);

    /// <summary>An axis of names.</summary>
    /// <param name="title">What the names are.</param>
    /// <param name="categories">Their order; without any, the order in which the data names them.</param>
    public static Axis Category(string title, params ImmutableArray<string> categories) =>
        new(title, unit: null, AxisScale.Category) { Categories = categories };
}
