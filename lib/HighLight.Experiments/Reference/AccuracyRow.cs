using HighLight.Experiments.Results;

namespace HighLight.Experiments.Reference;

/// <summary>What a pruned network loses in accuracy, as <c>data/reference/accuracy.csv</c> holds it.</summary>
public sealed record AccuracyRow
{
    /// <summary>The row's name, unique, for example <c>resnet50-gale-80</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The network, by the name it is evaluated under where it is; for example <c>resnet50</c>.</summary>
    public required string Network { get; init; }

    /// <summary>For example <c>ImageNet</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>What accuracy is: <c>top-1</c> in percent, or <c>BLEU</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>How it was pruned and trained.</summary>
    public required string Method { get; init; }

    /// <summary>How long it was trained.</summary>
    public TrainingLength Training { get; init; }

    /// <summary>The family of the pattern: G:H, HSS, unstructured, block or channel.</summary>
    public required string Kind { get; init; }

    /// <summary>The pattern of the weights, in the grammar of specifications where it has one.</summary>
    public required string Pattern { get; init; }

    /// <summary>Share of zeros among the weights, 0..1; null where unknown.</summary>
    public double? Sparsity { get; init; }

    /// <summary>Accuracy of the dense network; null where only the loss is known.</summary>
    public double? Dense { get; init; }

    /// <summary>How sure <see cref="Dense"/> is; null where there is none.</summary>
    public Confidence? DenseConfidence { get; init; }

    /// <summary>Accuracy of the pruned network; null where only the loss is known.</summary>
    public double? Pruned { get; init; }

    /// <summary>Points of the metric that the pruned network loses; negative where it gains.</summary>
    public required double Loss { get; init; }

    /// <summary>How sure <see cref="Pruned"/> is, or the loss where only that is known.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>What a reader should know; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why no design is paired with the row; empty where one is.</summary>
    public string NotPaired { get; init; } = "";

    /// <summary>Whether everything that the loss comes from was read in a public text: nothing recalled, nothing digitised.</summary>
    public bool IsSourced => Confidence == Confidence.Sourced && DenseConfidence is null or Confidence.Sourced;

    /// <summary>For example <c>sourced, dense value recalled</c>.</summary>
    public string Trust
    {
        get
        {
            var own = Confidence.ToString().ToLowerInvariant();
            return DenseConfidence is { } dense && dense != Confidence ? $"{own}, dense value {dense.ToString().ToLowerInvariant()}" : own;
        }
    }
}
