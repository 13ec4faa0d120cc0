using HighLight.Models.Onnx;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Writing;

/// <summary>Models shared by several tests.</summary>
internal static class SmallModels
{
    /// <summary>A grouped convolution, a fully connected layer, a batch normalisation, a Constant, and typed element fields.</summary>
    public static ProtoMessage Mixed() => Model(Graph(
        Input("x", "batch", 4, 5, 5),
        Output("y", "batch", 2),
        Initializer("conv.w", [2, 2, 1, 1], 1, 2, 3, 4),
        Initializer("fc.w", [2, 3], 1, 2, 3, 4, 5, 6),
        Initializer(TypedTensor("bn.scale", OnnxElementType.Float32, 2).PackedFloats(4, 1, 2)),
        Initializer(TypedTensor("shape", OnnxElementType.Int64, 2).Packed(7, -1, 3)),
        Node("Conv", ["x", "conv.w"], "c", Int("group", 2), Ints("kernel_shape", 1, 1), Ints("pads", 0, 1, 2, 3)),
        Node("BatchNormalization", ["c", "bn.scale", "bn.scale", "bn.scale", "bn.scale"], "n"),
        Node("Reshape", ["n", "shape"], "r"),
        Node("Gemm", ["r", "fc.w"], "g", Int("transB", 1)),
        Node("Constant", [], "mm.w", Tensor("value", TypedTensor(string.Empty, OnnxElementType.Float32, 2, 2).PackedFloats(4, 1, 2, 3, 4))),
        Node("MatMul", ["g", "mm.w"], "y")));

    public static OnnxModel Load(ProtoMessage model, OnnxReadOptions? options = null) => OnnxModel.Load((byte[])model, "test.onnx", options);

    /// <summary>A model of these parts and, so that it is not empty, one weight tensor that nothing uses.</summary>
    public static OnnxModel LoadGraph(params (int Field, byte[] Message)[] parts) =>
        Load(Model(Graph([Initializer("unused", [1], 0), .. parts])));
}
