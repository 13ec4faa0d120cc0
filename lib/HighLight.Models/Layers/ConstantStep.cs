using System.Collections.Immutable;

namespace HighLight.Models.Layers;

/// <summary>Something a file does to a constant before a layer sees it.</summary>
internal abstract record ConstantStep(ImmutableArray<int> InputShape)
{
    public abstract string Operator { get; }

    public abstract ImmutableArray<int> OutputShape { get; }

    public abstract float[] Apply(float[] values);

    /// <summary>What has to be stored so that <see cref="Apply"/> gives <paramref name="values"/>, or comes nearest to them.</summary>
    public abstract float[] Undo(float[] values);
}
