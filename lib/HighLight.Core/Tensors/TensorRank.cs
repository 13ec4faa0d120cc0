namespace HighLight.Tensors;

/// <summary>A rank of a dense tensor: its name (K, C, R, S, M, N …) and its shape, the number of coordinates.</summary>
public readonly record struct TensorRank(string Name, int Shape)
{
    /// <summary>For example <c>C:64</c>.</summary>
    public override string ToString() => Invariant($"{Name}:{Shape}");
}
