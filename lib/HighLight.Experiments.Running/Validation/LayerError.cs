using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>What measured zeros change in one layer, beside as many zeros at random places.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Gemm">Its product, of the columns that were simulated.</param>
/// <param name="DensityOfB">Of these columns, in int8.</param>
/// <param name="Design">The design.</param>
/// <param name="Quantity">The quantity that the zeros of B change most.</param>
/// <param name="Measured">Analytical less simulated, over simulated.</param>
/// <param name="Shuffled">The same where B's values are at random places.</param>
/// <param name="ConflictShare">Stalls by conflicts over the other cycles, zeros as measured.</param>
/// <param name="DroppedShare">Share of B's nonzeros that the top-NNZ unit drops.</param>
internal sealed record LayerError(string Layer, Gemm Gemm, double DensityOfB, string Design, string Quantity, double? Measured, double? Shuffled, double ConflictShare, double DroppedShare)
{
    private static readonly ImmutableArray<(string Design, string Quantity)> Sensitive =
    [
        ("HighLight", nameof(AccessCounts.MacsDone)),
        ("DSTC", nameof(CycleBounds.Compute)),
        ("DSTC", nameof(AccessCounts.MacsDone)),
        ("S2TA", nameof(AccessCounts.MacsDone)),
    ];

    /// <summary>A row for each layer and sensitive quantity.</summary>
    public static ImmutableArray<LayerError> Of(ImmutableArray<ValidationRun> runs) =>
    [
        .. from sensitive in Sensitive
           from layer in runs.Where(run => run.Group == ValidationGroup.Layers && run.Design == sensitive.Design).GroupBy(run => run.Workload, StringComparer.Ordinal)
           let measured = layer.Single(run => run.Zeros == ZeroPlacement.Measured)
           let shuffled = layer.Single(run => run.Zeros == ZeroPlacement.Shuffled)
           select new LayerError(
               layer.Key,
               measured.Gemm,
               measured.DensityOfB,
               sensitive.Design,
               sensitive.Quantity,
               measured[sensitive.Quantity].RelativeDifference,
               shuffled[sensitive.Quantity].RelativeDifference,
               measured.ConflictShare,
               measured.DroppedValues / Math.Max(1, measured.DensityOfB * measured.Gemm.ValuesOfB)),
    ];
}
