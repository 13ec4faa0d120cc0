using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Simulation;
using HighLight.Workloads;

namespace HighLight.Commands.Simulations;

/// <summary>What <c>highlight simulate</c> was asked for, every argument read.</summary>
internal sealed record SimulationPlan(Accelerator Design, Gemm Gemm, OperandDensity A, OperandDensity B, int Seed, Mapping? Mapping)
{
    /// <summary>Draws the operands: A, then B, from one source.</summary>
    public SimulationRequest ToRequest()
    {
        var random = new Random(Seed);
        var a = RandomOperand.Create(Gemm.M, Gemm.K, A, random);
        var b = RandomOperand.Create(Gemm.N, Gemm.K, B, random).Transpose();
        return new SimulationRequest(Design, a, b) { PatternOfA = (A as HssOperand)?.Pattern, PatternOfB = (B as HssOperand)?.Pattern, Mapping = Mapping };
    }
}
