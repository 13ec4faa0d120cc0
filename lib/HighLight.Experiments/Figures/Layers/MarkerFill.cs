namespace HighLight.Experiments.Figures.Layers;

/// <summary>How the markers of <see cref="Points"/> are filled: how far a value can be trusted, at a glance.</summary>
public enum MarkerFill
{
    /// <summary>Filled: values of our own, or sourced ones.</summary>
    Solid,

    /// <summary>An outline: values that others published.</summary>
    Hollow,

    /// <summary>An outline with a pale filling: values of our own at a place that is recalled or digitised.</summary>
    Pale,
}
