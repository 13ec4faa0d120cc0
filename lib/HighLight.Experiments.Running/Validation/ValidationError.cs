using System.Collections.Immutable;
using HighLight.Simulation;

namespace HighLight.Experiments.Running.Validation;

/// <summary>How far the analytical value of one quantity is from the simulated one, over some runs of one design.</summary>
/// <param name="Design">The design.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="Kind">What is claimed of it in the runs: exact only where it is in all of them.</param>
/// <param name="Runs">How many runs have both values.</param>
/// <param name="Mean">Mean of the relative errors' magnitudes.</param>
/// <param name="Largest">The largest magnitude.</param>
internal sealed record ValidationError(string Design, string Quantity, ClaimKind Kind, int Runs, double Mean, double Largest)
{
    /// <summary>What sums of doubles may differ by.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Whether both sides are equal in all runs, but for rounding.</summary>
    public bool IsNone => Largest < Rounding;

    /// <summary>One for each quantity that any of the runs of a design has a value of, in their order.</summary>
    public static ImmutableArray<ValidationError> Of(IEnumerable<ValidationRun> runs) =>
    [
        .. from design in runs.GroupBy(run => run.Design, StringComparer.Ordinal)
           from quantity in design.SelectMany(run => run.Rows.Where(row => row.RelativeDifference is not null)).GroupBy(row => row.Quantity, StringComparer.Ordinal)
           where quantity.Any(row => row.Simulated != 0)
           let errors = quantity.Select(row => Math.Abs(row.RelativeDifference!.Value)).ToArray()
           select new ValidationError(design.Key, quantity.Key, quantity.Max(row => row.Claim.Kind), errors.Length, errors.Average(), errors.Max()),
    ];
}
