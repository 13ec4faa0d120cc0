namespace HighLight.Workloads;

/// <summary>A matrix product Z = A·B: A is M×K (weights), B is K×N (activations), Z is M×N.</summary>
public readonly record struct Gemm
{
    /// <summary>Creates the product.</summary>
    /// <param name="m">Rows of A and Z: output channels, 1 or more.</param>
    /// <param name="k">The reduction: columns of A, rows of B, 1 or more.</param>
    /// <param name="n">Columns of B and Z: output positions, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1.</exception>
    public Gemm(int m, int k, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        M = m;
        K = k;
        N = n;
    }

    /// <summary>Rows of A and Z.</summary>
    public int M { get; }

    /// <summary>Columns of A, rows of B.</summary>
    public int K { get; }

    /// <summary>Columns of B and Z.</summary>
    public int N { get; }

    /// <summary>Multiply-accumulates of the dense product: M·K·N.</summary>
    /// <exception cref="OverflowException">The product exceeds a long.</exception>
    public long Macs => checked((long)M * K * N);

    /// <summary>Values of A: M·K.</summary>
    public long ValuesOfA => (long)M * K;

    /// <summary>Values of B: K·N.</summary>
    public long ValuesOfB => (long)K * N;

    /// <summary>Values of Z: M·N.</summary>
    public long ValuesOfZ => (long)M * N;

    /// <summary>The product with operands exchanged: Zᵀ = Bᵀ·Aᵀ, N×K times K×M.</summary>
    public Gemm Swapped() => new(N, K, M);

    /// <summary>For example <c>1024x1024x1024</c> (M×K×N).</summary>
    public override string ToString() => Invariant($"{M}x{K}x{N}");
}
