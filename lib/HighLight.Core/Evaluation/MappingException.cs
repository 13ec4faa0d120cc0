using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>A mapping of a GEMM cannot be, or none fits a design's global buffer.</summary>
public sealed class MappingException : InvalidOperationException
{
    internal MappingException(Evaluator evaluator, in Gemm gemm, MappingConstraints constraints)
        : base(Invariant(
            $"No mapping of {gemm} fits the global buffer of {evaluator.Design} ({evaluator.Design.GlobalBuffer.CapacityBytes} bytes of data, {evaluator.Design.GlobalBuffer.MetadataCapacityBytes} of metadata){(constraints.ToString() is { Length: > 0 } text ? $" under the constraints '{text}'" : "")}: not even one {evaluator.Design.Accumulation.TileM}×{evaluator.Design.Accumulation.TileN} tile of Z with one column of K. Enlarge the buffer (GlobalBuffer.CapacityBytes, MetadataCapacityBytes){(constraints.ToString().Length > 0 ? ", or ask for less" : "")}."))
    {
    }

    internal MappingException(in Gemm gemm, in Mapping mapping, string problem)
        : base($"The mapping '{mapping}' of {gemm} cannot be: {problem}")
    {
    }
}
