using HighLight.Hardware;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>All that a datapath needs to run one product.</summary>
/// <param name="Design">The design.</param>
/// <param name="A">Operand A, M×K.</param>
/// <param name="B">Operand B, K×N.</param>
/// <param name="RunOfA">How the design takes A.</param>
/// <param name="RunOfB">How the design takes B.</param>
/// <param name="Nest">The tiles and their order.</param>
/// <param name="Clock">The array's timeline.</param>
internal sealed record DatapathJob(
    Accelerator Design, Matrix<sbyte> A, Matrix<sbyte> B, OperandRun RunOfA, OperandRun RunOfB, LoopNest Nest, ArrayClock Clock)
{
    /// <summary>Words that the fetch unit buffers, where the job sets them.</summary>
    public int? FetchBufferWords { get; init; }

    /// <summary>Whom the parts tell what they hold; null: nobody.</summary>
    public Probe? Probe { get; init; }

    /// <summary>The shape.</summary>
    public Gemm Gemm => Nest.Gemm;

    /// <summary>The innermost level that keeps an operand: the array takes it from there.</summary>
    public StorageLevel SourceOf(KeptOperands operand) => Design.Levels[StorageSources.Of(Design.Levels, operand)];

    /// <summary>Whether partial sums leave the register files before they are done.</summary>
    public bool SpillsSums => Nest.SpillsSums(Design.Accumulation);
}
