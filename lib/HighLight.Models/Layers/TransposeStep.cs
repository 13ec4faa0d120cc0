using System.Collections.Immutable;

namespace HighLight.Models.Layers;

/// <summary>ONNX's Transpose: output dimension i is input dimension <c>Permutation[i]</c>.</summary>
internal sealed record TransposeStep(ImmutableArray<int> InputShape, ImmutableArray<int> Permutation) : ConstantStep(InputShape)
{
    public override string Operator => "Transpose";

    public override ImmutableArray<int> OutputShape => [.. Permutation.Select(axis => InputShape[axis])];

    public override float[] Undo(float[] values)
    {
        var back = new int[Permutation.Length];
        for (var axis = 0; axis < back.Length; axis++)
        {
            back[Permutation[axis]] = axis;
        }

        return new TransposeStep(OutputShape, [.. back]).Apply(values);
    }

    public override float[] Apply(float[] values)
    {
        var rank = InputShape.Length;
        var inputStride = new int[rank];
        for (var (axis, stride) = (rank - 1, 1); axis >= 0; stride *= InputShape[axis--])
        {
            inputStride[axis] = stride;
        }

        var shape = OutputShape;
        var strides = Permutation.Select(axis => inputStride[axis]).ToArray();
        var position = new int[rank];
        var result = new float[values.Length];
        for (var (i, source) = (0, 0); i < result.Length; i++)
        {
            result[i] = values[source];
            for (var axis = rank - 1; axis >= 0; axis--)
            {
                source += strides[axis];
                if (++position[axis] < shape[axis])
                {
                    break;
                }

                source -= strides[axis] * shape[axis];
                position[axis] = 0;
            }
        }

        return result;
    }
}
