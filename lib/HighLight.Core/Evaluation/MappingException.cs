using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>No mapping of a GEMM fits a design's global buffer.</summary>
public sealed class MappingException : InvalidOperationException
{
    internal MappingException(Evaluator evaluator, in Gemm gemm)
        : base(Invariant(
            $"No mapping of {gemm} fits the global buffer of {evaluator.Design} ({evaluator.Design.GlobalBuffer.CapacityBytes} bytes of data, {evaluator.Design.GlobalBuffer.MetadataCapacityBytes} of metadata): not even one {evaluator.Design.Accumulation.TileM}×{evaluator.Design.Accumulation.TileN} tile of Z with one column of K. Enlarge the buffer (GlobalBuffer.CapacityBytes, MetadataCapacityBytes)."))
    {
    }

    internal MappingException(Evaluator evaluator, in Gemm gemm, in Mapping mapping)
        : base(Invariant(
            $"The mapping '{mapping}' of {gemm} needs {evaluator.BufferNeed(mapping).DataBytes:0} bytes of data and {evaluator.BufferNeed(mapping).MetadataBytes:0} of metadata; the global buffer of {evaluator.Design} has {evaluator.Design.GlobalBuffer.CapacityBytes} and {evaluator.Design.GlobalBuffer.MetadataCapacityBytes}. Take smaller tiles, or leave the mapping to the mapper."))
    {
    }
}
