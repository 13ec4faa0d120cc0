using HighLight.Sparsity;

namespace HighLight.Evaluation.Networks;

/// <summary>What an assignment of patterns to layers costs in quality: the measure that a budget bounds. 0 for a dense network.</summary>
public abstract class AssignmentLoss
{
    /// <summary>The loss of an assignment, for example the output error measured on the pruned model; finite, and the same for the same assignment.</summary>
    /// <param name="patterns">The pattern of each pruned layer by name; layers that are not in it are dense.</param>
    public abstract double Of(IReadOnlyDictionary<string, HssPattern> patterns);

    /// <summary>The loss when one layer takes another pattern. Override it where that is known without working out the whole.</summary>
    /// <param name="patterns">The assignment before.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="layer">The layer that changes.</param>
    /// <param name="pattern">What it takes.</param>
    public virtual double After(IReadOnlyDictionary<string, HssPattern> patterns, double loss, string layer, HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return Of(new Dictionary<string, HssPattern>(patterns, StringComparer.Ordinal) { [layer] = pattern });
    }
}
