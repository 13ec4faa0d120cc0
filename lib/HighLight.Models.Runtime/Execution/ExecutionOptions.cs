namespace HighLight.Models.Runtime.Execution;

/// <summary>How a model is run.</summary>
public sealed record ExecutionOptions
{
    /// <summary>The defaults.</summary>
    public static ExecutionOptions Default { get; } = new();

    /// <summary>
    /// Whether all runs of this process together may take 4 GiB for weights and activations at most (the default), so that a model that claims more ends with
    /// an error instead of taking the machine down. Without the limit memory is the system's to grant.
    /// </summary>
    public bool LimitMemory { get; init; } = true;

    /// <summary>
    /// Chooses layers by name whose input <see cref="ModelRunner.Measure"/> keeps, for <see cref="Measurement.MeasuredLayer.OperandB"/>; none by default, since the inputs of
    /// all layers may take a gigabyte.
    /// </summary>
    public Func<string, bool> KeepInput { get; init; } = _ => false;
}
