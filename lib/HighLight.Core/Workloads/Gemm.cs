using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HighLight.Workloads;

/// <summary>A matrix product Z = A·B: A is M×K (weights), B is K×N (activations), Z is M×N.</summary>
public readonly record struct Gemm : IParsable<Gemm>
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

    /// <summary>Reads <c>M x K x N</c>, such as <c>1024x512x256</c>: what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not three whole numbers of 1 or more joined by x.</exception>
    public static Gemm Parse(string text) =>
        TryParse(text, out var gemm) ? gemm : throw new FormatException(
            $"'{text}' is not of the form MxKxN: give three whole numbers from 1 to "
            + Invariant($"{int.MaxValue}, for example 1024x512x256 (A is M×K, B is K×N)."));

    /// <summary>As <see cref="Parse(string)"/>, without an exception.</summary>
    /// <returns>Whether <paramref name="text"/> is a product.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Gemm gemm)
    {
        gemm = default;
        var sizes = (text ?? "").Split('x', 'X', '×');
        if (sizes.Length != 3 || Size(sizes[0]) is not { } m || Size(sizes[1]) is not { } k || Size(sizes[2]) is not { } n)
        {
            return false;
        }

        gemm = new Gemm(m, k, n);
        return true;
    }

    static Gemm IParsable<Gemm>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Gemm>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Gemm result) =>
        TryParse(s, out result);

    /// <summary>For example <c>1024x1024x1024</c> (M×K×N).</summary>
    public override string ToString() => Invariant($"{M}x{K}x{N}");

    private static int? Size(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return int.TryParse(text, Style, CultureInfo.InvariantCulture, out var size) && size >= 1 ? size : null;
    }
}
