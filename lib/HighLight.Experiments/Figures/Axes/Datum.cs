namespace HighLight.Experiments.Figures.Axes;

/// <summary>One mark of a layer.</summary>
/// <param name="X">Its place on the horizontal axis.</param>
/// <param name="Y">Its place on the vertical axis.</param>
/// <param name="Series">The series it belongs to: a design, a pruning family, a component.</param>
/// <param name="Text">What is written beside it, or null.</param>
/// <param name="Hover">What is shown under the pointer, lines separated by <c>&lt;br&gt;</c>; null: series and values.</param>
/// <param name="Low">The lower end of its uncertainty in the unit of the vertical axis, or null.</param>
/// <param name="High">The upper end of its uncertainty in the unit of the vertical axis, or null.</param>
public sealed record Datum(
    Coordinate X,
    Coordinate Y,
    string Series,
    string? Text = null,
    string? Hover = null,
    double? Low = null,
    double? High = null)
{
    /// <summary>Whether a bar is pale: what it stands on is recalled or digitised. Points have a fill of their layer.</summary>
    public bool Pale { get; init; }
}
