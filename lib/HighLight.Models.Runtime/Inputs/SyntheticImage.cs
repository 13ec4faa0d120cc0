namespace HighLight.Models.Runtime.Inputs;

/// <summary>
/// A drawn scene with what detectors of edges and lines look for: areas of flat and shaded colour with straight borders, thin lines, a horizon, a little
/// noise. It is no photograph: networks see natural statistics only in their own data.
/// </summary>
internal static class SyntheticImage
{
    private const int Colours = 3;
    private const int Boxes = 14;
    private const int Lines = 24;
    private const double Noise = 0.02;

    /// <summary>Colours in 0..1, height × width × 3, the same for the same seed.</summary>
    public static float[] Draw(int height, int width, int seed)
    {
        var random = new Random(seed);
        var image = Background(height, width, random);
        for (var i = 0; i < Boxes; i++)
        {
            Box(image, height, width, random);
        }

        for (var i = 0; i < Lines; i++)
        {
            Line(image, height, width, random);
        }

        return Blur(image, height, width, random);
    }

    /// <summary>A bright sky above a horizon, a darker ground below it.</summary>
    private static float[] Background(int height, int width, Random random)
    {
        var horizon = height * (0.4 + (0.2 * random.NextDouble()));
        var image = new float[height * width * Colours];
        for (var i = 0; i < image.Length; i++)
        {
            var y = i / (width * Colours);
            var shade = y < horizon ? 0.85 - (0.25 * y / horizon) : 0.45 - (0.2 * (y - horizon) / height);
            image[i] = (float)(shade + (0.05 * (i % Colours)));
        }

        return image;
    }

    private static void Box(float[] image, int height, int width, Random random)
    {
        var (x, y, angle) = (width * random.NextDouble(), height * random.NextDouble(), Math.PI * random.NextDouble());
        var (a, b) = (width * (0.03 + (0.15 * random.NextDouble())), height * (0.03 + (0.2 * random.NextDouble())));
        double[] colour = [random.NextDouble(), random.NextDouble(), random.NextDouble()];
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        Paint(image, height, width, (px, py) =>
        {
            var u = (((px - x) * cos) + ((py - y) * sin)) / a;
            var v = (((py - y) * cos) - ((px - x) * sin)) / b;
            return Math.Abs(u) < 1 && Math.Abs(v) < 1 ? 0.15 * u : null;
        }, colour);
    }

    private static void Line(float[] image, int height, int width, Random random)
    {
        var (x, y, angle) = (width * random.NextDouble(), height * random.NextDouble(), Math.PI * random.NextDouble());
        var (half, length) = (0.5 + random.NextDouble(), Math.Min(width, height) * (0.1 + (0.4 * random.NextDouble())));
        var shade = random.Next(2);
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        Paint(image, height, width, (px, py) =>
            Math.Abs(((px - x) * cos) + ((py - y) * sin)) < length && Math.Abs(((py - y) * cos) - ((px - x) * sin)) < half ? 0 : null, [shade, shade, shade]);
    }

    /// <summary>Paints where <paramref name="shade"/> gives a number, which is added to the colour.</summary>
    private static void Paint(float[] image, int height, int width, Func<int, int, double?> shade, double[] colour)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (shade(x, y) is { } light)
                {
                    for (var c = 0; c < Colours; c++)
                    {
                        image[(((y * width) + x) * Colours) + c] = (float)Math.Clamp(colour[c] + light, 0, 1);
                    }
                }
            }
        }
    }

    /// <summary>The mean of each pixel and its neighbours, as a lens would leave it, and noise of a sensor.</summary>
    private static float[] Blur(float[] image, int height, int width, Random random)
    {
        var blurred = new float[image.Length];
        for (var i = 0; i < image.Length; i++)
        {
            var (y, x, c) = (i / (width * Colours), i / Colours % width, i % Colours);
            double sum = 0;
            var count = 0;
            for (var v = Math.Max(0, y - 1); v <= Math.Min(height - 1, y + 1); v++)
            {
                for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                {
                    sum += image[(((v * width) + u) * Colours) + c];
                    count++;
                }
            }

            blurred[i] = (float)Math.Clamp((sum / count) + (Noise * ((2 * random.NextDouble()) - 1)), 0, 1);
        }

        return blurred;
    }
}
