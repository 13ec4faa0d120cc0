using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>
/// ONNX's DequantizeLinear, <c>(x − zero point)·scale</c>, with one scale a tensor or one a slice along <see cref="Axis"/>.
/// </summary>
internal sealed record DequantizeStep(ImmutableArray<int> InputShape, OnnxTensor Scale, OnnxTensor? ZeroPoint, int Axis) : ConstantStep(InputShape)
{
    public override string Operator => "DequantizeLinear";

    public override ImmutableArray<int> OutputShape => InputShape;

    public override float[] Apply(float[] values)
    {
        var scales = Scale.ReadValues().Span;
        var zeros = ZeroPoint is null ? default : ZeroPoint.ReadValues().Span;
        var inner = InputShape.Skip(Axis + 1).Aggregate(1, (product, size) => product * size);
        for (var i = 0; i < values.Length; i++)
        {
            var slice = scales.Length == 1 ? 0 : i / inner % scales.Length;
            values[i] = (values[i] - (zeros.IsEmpty ? 0 : zeros[slice])) * scales[slice];
        }

        return values;
    }

    // Rounds as QuantizeLinear does, halves to even. A zero is the zero point whatever the scale; where the scale is 0 it is all there is.
    public override float[] Undo(float[] values)
    {
        var scales = Scale.ReadValues().Span;
        var zeros = ZeroPoint is null ? default : ZeroPoint.ReadValues().Span;
        var inner = InputShape.Skip(Axis + 1).Aggregate(1, (product, size) => product * size);
        var stored = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var slice = scales.Length == 1 ? 0 : i / inner % scales.Length;
            var steps = values[i] == 0 ? 0 : MathF.Round(values[i] / scales[slice], MidpointRounding.ToEven);
            stored[i] = steps + (zeros.IsEmpty ? 0 : zeros[slice]);
        }

        return stored;
    }
}
