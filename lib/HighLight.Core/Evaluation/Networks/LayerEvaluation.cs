using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>The evaluation of a layer: of one of its products, and of all of them one after the other.</summary>
public sealed record LayerEvaluation
{
    internal LayerEvaluation(Layer layer, GemmRequest request, GemmEvaluation? evaluation, string? refusal)
    {
        Layer = layer;
        Request = request;
        Evaluation = evaluation;
        Refusal = refusal;
    }

    /// <summary>The layer.</summary>
    public Layer Layer { get; }

    /// <summary>What was asked of one product.</summary>
    public GemmRequest Request { get; }

    /// <summary>One product evaluated; null where the design refuses it.</summary>
    public GemmEvaluation? Evaluation { get; }

    /// <summary>Why the design refuses it; null where it runs.</summary>
    public string? Refusal { get; }

    /// <summary>Cycles of all products; null where refused.</summary>
    public double? Cycles => Evaluation?.Result.Cycles * Layer.Count;

    /// <summary>Energy of all products in pJ; null where refused.</summary>
    public double? EnergyPj => Evaluation?.Result.EnergyPj * Layer.Count;

    /// <summary>Energy × cycles of the layer in pJ·cycles; null where refused. These do not add up to the network's, which is total energy × total cycles.</summary>
    public double? EdpPjCycles => EnergyPj * Cycles;

    /// <summary>What sets the cycles; null where refused.</summary>
    public CycleBound? Bound => Evaluation?.Result.Bounds.Bound;

    /// <summary>How the design ran the weights; null where refused.</summary>
    public OperandExecution? Weights => Evaluation is not { } done ? null : done.IsSwapped ? done.Evaluator.B : done.Evaluator.A;

    /// <summary>Share of the weights that is nonzero by the pattern or density assigned, 0..1.</summary>
    public double NominalDensity => Request.A.Density;

    /// <summary>1 − <see cref="NominalDensity"/>: the sparsity degree of the weights.</summary>
    public double SparsityDegree => 1 - NominalDensity;

    /// <summary>Weights stored over weights of the layer, groups that are padded included: it exceeds the nominal density where channels do not fill whole groups. Null where refused.</summary>
    public double? EffectiveDensity => Evaluation is not { } done ? null : done.IsSwapped ? done.Evaluator.StoredDensityOfB(done.Result.Gemm.K) : done.Evaluator.StoredDensityOfA(done.Result.Gemm.K);

    /// <summary>What the weights ran as and what sets the cycles, in a sentence.</summary>
    public string Why => Refusal ?? LayerReason.Of(this);

    /// <summary>For example <c>conv2_1.3x3: 12345 cycles</c>.</summary>
    public override string ToString() => Cycles is { } cycles ? Invariant($"{Layer.Name}: {cycles:0} cycles, {EnergyPj:0} pJ, {Bound}") : $"{Layer.Name}: refused";
}
