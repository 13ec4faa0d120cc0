using System.Collections.Immutable;
using HighLight.Tensors;

namespace HighLight.Experiments.Quality;

/// <summary>The most that any mask of n positions keeps of a layer: what unstructured pruning to n weights keeps.</summary>
/// <param name="SquaresOfLargest">At i: the sum of the i largest squares.</param>
internal sealed record KeptBound(ImmutableArray<double> SquaresOfLargest)
{
    public static KeptBound Of(Matrix<float> weights)
    {
        var squares = new double[weights.Values.Length];
        for (var i = 0; i < squares.Length; i++)
        {
            squares[i] = (double)weights.Values[i] * weights.Values[i];
        }

        Array.Sort(squares, (a, b) => b.CompareTo(a));
        var sums = ImmutableArray.CreateBuilder<double>(squares.Length + 1);
        var sum = 0.0;
        sums.Add(sum);
        foreach (var square in squares)
        {
            sums.Add(sum += square);
        }

        return new(sums.MoveToImmutable());
    }

    /// <summary>‖kept‖₂ / ‖all‖₂ of the <paramref name="count"/> largest weights; 1 where all are zero.</summary>
    public double KeptL2Share(long count) => SquaresOfLargest[^1] == 0 ? 1 : Math.Sqrt(SquaresOfLargest[(int)count] / SquaresOfLargest[^1]);
}
