using HighLight.Formats;

namespace HighLight.Models.Pruning;

/// <summary>The size of one pruned layer as a <c>.hss</c> file.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Size">Its streams: values in single precision, and metadata.</param>
/// <param name="FileBytes">Bytes of the <c>.hss</c> file, header and checksum included.</param>
/// <param name="DenseBytes">Bytes of the weights uncompressed in single precision.</param>
public sealed record CompressedLayer(PrunedLayer Layer, FormatSize Size, long FileBytes, long DenseBytes)
{
    /// <summary>Name and bytes.</summary>
    public override string ToString() => Invariant($"{Layer.Name}: {FileBytes} of {DenseBytes} bytes");
}
