using HighLight.Tensors;

namespace HighLight.Experiments.Primer;

/// <summary>The small tensors of the primer. Integers without zeros, so that every empty position in a picture was pruned.</summary>
public static class PrimerTensors
{
    /// <summary>One row of 16 input channels, worked by hand in the primer: 3:4→2:4 keeps 6 of them.</summary>
    public static DenseTensor<float> Row { get; } =
        DenseTensor<float>.Create([new("C", 16)], [3, -1, 7, 2, 1, 2, -2, 1, -8, 4, 5, 6, 1, 9, -3, 2]);

    /// <summary>Filters K×C×R×S with values of −127..127 whose magnitudes fall off as trained weights' do.</summary>
    /// <param name="filters">K.</param>
    /// <param name="channels">C.</param>
    /// <param name="taps">R and S.</param>
    /// <param name="seed">Equal seeds give equal tensors.</param>
    public static DenseTensor<float> Filters(int filters, int channels, int taps, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(taps, 1);
        var random = new Random(seed);
        var values = new float[checked(filters * channels * taps * taps)];
        for (var i = 0; i < values.Length; i++)
        {
            // A Laplace distribution: most weights are small, a few are large.
            var magnitude = Math.Clamp(Math.Round(-30 * Math.Log(1 - random.NextDouble())), 1, 127);
            values[i] = (float)(random.Next(2) == 0 ? magnitude : -magnitude);
        }

        return DenseTensor<float>.Create([new("K", filters), new("C", channels), new("R", taps), new("S", taps)], values);
    }
}
