namespace HighLight.Commands.Notebooks;

/// <summary>How long a notebook may run.</summary>
/// <param name="Cell">The limit of each cell; null for none.</param>
/// <param name="Notebook">The limit of the whole notebook; null for none.</param>
internal sealed record TimeLimits(TimeSpan? Cell, TimeSpan? Notebook)
{
    /// <summary>No limit at all.</summary>
    public static TimeLimits None { get; } = new(null, null);
}
