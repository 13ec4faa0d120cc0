using System.Buffers.Binary;
using System.Collections.Immutable;

namespace HighLight.Models.Onnx;

/// <summary>A tensor stored in a model file. It keeps the stored bytes; numbers are made of them on demand.</summary>
public sealed class OnnxTensor
{
    private readonly ReadOnlyMemory<byte> _elements;

    internal OnnxTensor(string name, OnnxElementType elementType, ImmutableArray<int> shape, ReadOnlyMemory<byte> elements, ByteRange location)
    {
        Name = name;
        ElementType = elementType;
        Shape = shape;
        Location = location;
        Count = shape.Aggregate(1, (product, size) => product * size);
        _elements = elements;
    }

    /// <summary>Name, by which nodes refer to it; empty for the values of attributes.</summary>
    public string Name { get; }

    /// <summary>Type the elements are stored in.</summary>
    public OnnxElementType ElementType { get; }

    /// <summary>Sizes of the dimensions, outermost first; empty for a scalar.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Number of elements, the product of <see cref="Shape"/>.</summary>
    public int Count { get; }

    /// <summary>Where the tensor's message stands in the file: what a writer replaces to change the values.</summary>
    internal ByteRange Location { get; }

    /// <summary>The elements as stored, row-major, little endian, sub-byte types packed from the low bits up. Empty for text.</summary>
    public ReadOnlyMemory<byte> RawBytes => _elements;

    /// <summary>
    /// Makes numbers of the stored bytes, row-major. Exact for every type of which <see cref="OnnxElementTypes.IsExactAsSingle"/> holds;
    /// Float64 and 32- and 64-bit integers are rounded to the nearest <see langword="float"/> (a too large Float64 becomes an infinity).
    /// </summary>
    /// <remarks>Each call makes a new array: keep the result.</remarks>
    /// <exception cref="NotSupportedException">The element type is not <see cref="OnnxElementTypes.IsReadable"/>.</exception>
    public ReadOnlyMemory<float> ReadValues() => ElementDecoder.Decode(_elements.Span, ElementType, Count, Name);

    internal static OnnxTensor FromValues(string name, ImmutableArray<float> values, ImmutableArray<int> shape)
    {
        var bytes = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), values[i]);
        }

        return new OnnxTensor(name, OnnxElementType.Float32, shape, bytes, default);
    }

    /// <summary>Name, type and shape, for example <c>fc.weight: Float32[1000, 512]</c>.</summary>
    public override string ToString() => $"{Name}: {ElementType}{ShapeText.Of(Shape)}";
}
