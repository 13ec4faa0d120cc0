namespace HighLight.Models.Onnx;

/// <summary>What a reader accepts. The defaults take any model that the ONNX releases up to 1.22 can write into one file.</summary>
/// <remarks>Version numbers are those of ONNX 1.22 (source: onnx/onnx, docs/Versioning.md and onnx/onnx.proto).</remarks>
public sealed record OnnxReadOptions
{
    /// <summary>The defaults.</summary>
    public static OnnxReadOptions Default { get; } = new();

    /// <summary>Longest file in bytes; default and maximum 2 147 483 591, just under the 2 GiB that a protobuf message may have.</summary>
    public int MaxFileBytes { get; init; } = Array.MaxLength;

    /// <summary>Deepest nesting of graphs (bodies of If, Loop, Scan) in graphs; default 16.</summary>
    public int MaxGraphDepth { get; init; } = 16;

    /// <summary>Most dimensions a tensor may have; default 64.</summary>
    public int MaxRank { get; init; } = 64;

    /// <summary>Newest ONNX file format (IR version) that is known; default 13.</summary>
    public int MaxIrVersion { get; init; } = 13;

    /// <summary>Newest version of the default operator set that is known; default 27.</summary>
    public int MaxOpsetVersion { get; init; } = 27;

    /// <summary>
    /// Whether a model without any weight is an error (the default): nearly always a graph exported without its parameters.
    /// </summary>
    public bool RequireWeights { get; init; } = true;
}
