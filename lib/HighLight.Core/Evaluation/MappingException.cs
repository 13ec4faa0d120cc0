using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>A mapping of a GEMM cannot be, or none fits a design's global buffer.</summary>
public sealed class MappingException : InvalidOperationException
{
    internal MappingException(Evaluator evaluator, in Gemm gemm, MappingConstraints constraints)
        : base(Describe(evaluator, gemm, constraints.ToString()))
    {
    }

    internal MappingException(in Gemm gemm, in Mapping mapping, string problem)
        : base($"The mapping '{mapping}' of {gemm} cannot be: {problem}")
    {
    }

    private static string Describe(Evaluator evaluator, in Gemm gemm, string constraints)
    {
        var buffer = evaluator.Design.GlobalBuffer;
        var sizes = Invariant($"{buffer.CapacityBytes} bytes of data, {buffer.MetadataCapacityBytes} of metadata");
        var found = constraints.Length > 0
            ? $" under the constraints '{constraints}'. Ask for less, or enlarge the buffer"
            : ": not even one row of A beside one column of B, with the least part of K. Enlarge the buffer";
        return $"No mapping of {gemm} fits the global buffer of {evaluator.Design} ({sizes}){found} "
            + "(GlobalBuffer.CapacityBytes, MetadataCapacityBytes).";
    }
}
