using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>A value of a graph that does not depend on its inputs: a stored tensor and what is done to it.</summary>
internal sealed record ConstantValue(OnnxTensor Tensor, ImmutableArray<ConstantStep> Steps)
{
    public ImmutableArray<int> Shape => Steps.IsEmpty ? Tensor.Shape : Steps[^1].OutputShape;

    public bool IsParameter => (Tensor.ElementType.IsFloatingPoint() || Steps.Any(step => step is DequantizeStep)) && Tensor.Count > 1;

    public ConstantValue Then(ConstantStep step) => this with { Steps = Steps.Add(step) };

    public float[] Read() => Steps.Aggregate(Tensor.ReadValues().ToArray(), (values, step) => step.Apply(values));

    /// <summary>
    /// The stored bytes with new values: what <see cref="Read"/> gives of them is <paramref name="values"/>, rounded to what can be stored. An element whose
    /// value stays keeps its bits, also where reading rounds.
    /// </summary>
    /// <exception cref="ArgumentException">A value lies outside the range of the stored type.</exception>
    public byte[] Write(float[] values)
    {
        var before = Stored(Read());
        var after = Stored(values);
        var bytes = Tensor.RawBytes.ToArray();
        for (var i = 0; i < after.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(before[i]) != BitConverter.SingleToInt32Bits(after[i]))
            {
                ElementEncoder.Encode(bytes, Tensor, i, after[i]);
            }
        }

        return bytes;
    }

    private float[] Stored(float[] values) => Steps.Reverse().Aggregate(values, (kept, step) => step.Undo(kept));
}
