namespace HighLight.Models.Onnx;

/// <summary>Kind of an attribute's value. The numbers are those of the file (source: onnx.proto, AttributeProto.AttributeType).</summary>
public enum OnnxAttributeType
{
    /// <summary>Not given.</summary>
    Undefined = 0,

    /// <summary>One floating-point number.</summary>
    Float = 1,

    /// <summary>One whole number.</summary>
    Int = 2,

    /// <summary>One text.</summary>
    String = 3,

    /// <summary>One tensor.</summary>
    Tensor = 4,

    /// <summary>One graph: the body of a loop or a branch.</summary>
    Graph = 5,

    /// <summary>Floating-point numbers.</summary>
    Floats = 6,

    /// <summary>Whole numbers.</summary>
    Ints = 7,

    /// <summary>Texts.</summary>
    Strings = 8,

    /// <summary>Tensors.</summary>
    Tensors = 9,

    /// <summary>Graphs.</summary>
    Graphs = 10,

    /// <summary>One sparse tensor, which is not read further.</summary>
    SparseTensor = 11,

    /// <summary>Sparse tensors, which are not read further.</summary>
    SparseTensors = 12,

    /// <summary>One type, which is not read further.</summary>
    TypeProto = 13,

    /// <summary>Types, which are not read further.</summary>
    TypeProtos = 14,
}
