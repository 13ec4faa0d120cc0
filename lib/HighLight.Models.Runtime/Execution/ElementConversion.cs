using System.Collections.Immutable;
using HighLight.Models.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace HighLight.Models.Runtime.Execution;

/// <summary>Single-precision numbers to values of ONNX Runtime of any numeric type, and back.</summary>
internal static class ElementConversion
{
    /// <summary>Whether inputs of that type can be given.</summary>
    public static bool CanGive(OnnxElementType type) => type is OnnxElementType.Float32 or OnnxElementType.Float64 or OnnxElementType.Float16
        or OnnxElementType.Int64 or OnnxElementType.Int32 or OnnxElementType.Int8 or OnnxElementType.UInt8 or OnnxElementType.Boolean;

    /// <summary>The first value that the type does not have: a fraction, or one out of range, for whole numbers; null when all fit.</summary>
    public static float? Unfit(ReadOnlySpan<float> values, OnnxElementType type)
    {
        var (low, high) = type switch
        {
            OnnxElementType.Int64 => (long.MinValue, (double)(long.MaxValue - 1023)),
            OnnxElementType.Int32 => (int.MinValue, int.MaxValue),
            OnnxElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            OnnxElementType.UInt8 => (byte.MinValue, byte.MaxValue),
            _ => (double.NaN, double.NaN),
        };
        if (double.IsNaN(low))
        {
            return null;
        }

        foreach (var value in values)
        {
            if (!(value >= low && value <= high) || value != MathF.Truncate(value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A value that the caller disposes of.</summary>
    public static OrtValue ToValue(ModelTensor tensor, OnnxElementType type)
    {
        long[] shape = [.. tensor.Shape];
        var values = tensor.Values.Span;
        return type switch
        {
            OnnxElementType.Float64 => Convert(values, value => (double)value, shape),
            OnnxElementType.Float16 => Convert(values, value => (Float16)value, shape),
            OnnxElementType.Int64 => Convert(values, value => checked((long)value), shape),
            OnnxElementType.Int32 => Convert(values, value => checked((int)value), shape),
            OnnxElementType.Int8 => Convert(values, value => checked((sbyte)value), shape),
            OnnxElementType.UInt8 => Convert(values, value => checked((byte)value), shape),
            OnnxElementType.Boolean => Convert(values, value => value != 0, shape),
            _ => Convert(values, value => value, shape),
        };
    }

    /// <summary>The numbers of a value; null when it holds none that are read (text, sequences).</summary>
    public static ModelTensor? ToTensor(string name, OrtValue value)
    {
        if (!value.IsTensor)
        {
            return null;
        }

        var information = value.GetTensorTypeAndShape();
        ImmutableArray<int> shape = [.. information.Shape.Select(size => checked((int)size))];
        float[]? values = information.ElementDataType switch
        {
            TensorElementType.Float => value.GetTensorDataAsSpan<float>().ToArray(),
            TensorElementType.Double => Read<double>(value, number => (float)number),
            TensorElementType.Float16 => Read<Float16>(value, number => (float)number),
            TensorElementType.BFloat16 => Read<BFloat16>(value, number => (float)number),
            TensorElementType.Int64 => Read<long>(value, number => number),
            TensorElementType.UInt64 => Read<ulong>(value, number => number),
            TensorElementType.Int32 => Read<int>(value, number => number),
            TensorElementType.UInt32 => Read<uint>(value, number => number),
            TensorElementType.Int16 => Read<short>(value, number => number),
            TensorElementType.UInt16 => Read<ushort>(value, number => number),
            TensorElementType.Int8 => Read<sbyte>(value, number => number),
            TensorElementType.UInt8 => Read<byte>(value, number => number),
            TensorElementType.Bool => Read<bool>(value, number => number ? 1 : 0),
            _ => null,
        };
        return values is null ? null : ModelTensor.Wrap(name, shape, values, "computed by ONNX Runtime");
    }

    private static OrtValue Convert<T>(ReadOnlySpan<float> values, Func<float, T> convert, long[] shape)
        where T : unmanaged
    {
        var converted = new T[values.Length];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = convert(values[i]);
        }

        return OrtValue.CreateTensorValueFromMemory(converted, shape);
    }

    private static float[] Read<T>(OrtValue value, Func<T, float> convert)
        where T : unmanaged
    {
        var source = value.GetTensorDataAsSpan<T>();
        var values = new float[source.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = convert(source[i]);
        }

        return values;
    }
}
