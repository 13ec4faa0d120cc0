using System.Collections.Immutable;
using HighLight.Commands.Parameters;

namespace HighLight.Commands.Notebooks;

/// <summary>How the notebooks of a batch are run, the same for all of them.</summary>
internal sealed record RunSettings
{
    /// <summary>Nothing asked for: no parameters, no limits.</summary>
    public static RunSettings Default { get; } = new();

    /// <summary>Whether the run goes on after a failing cell, and passes all the same.</summary>
    public bool AllowsErrors { get; init; }

    /// <summary>Values for the variables of the cell tagged <c>parameters</c>.</summary>
    public ImmutableArray<NotebookParameter> Parameters { get; init; } = [];

    /// <summary>How long it may run.</summary>
    public TimeLimits Limits { get; init; } = TimeLimits.None;

    /// <summary>Whether the host reports what cells show and print while they run.</summary>
    public bool FollowsOutput { get; init; }

    /// <summary>Whether pages leave out the code.</summary>
    public bool HidesInput { get; init; }

    /// <summary>Whether pages run the scripts that the notebook's outputs bring.</summary>
    public bool TrustsPages { get; init; }
}
