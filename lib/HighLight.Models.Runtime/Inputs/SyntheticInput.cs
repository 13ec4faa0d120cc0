using System.Collections.Immutable;
using HighLight.Models.Onnx;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Inputs;

/// <summary>
/// Inputs for a model when none are at hand. They are drawn, not recorded: zeros of activations and output errors measured on them are those of these inputs.
/// </summary>
public static class SyntheticInput
{
    /// <summary>Draws an input for each of the model's, the same for the same seed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="shapes">Sizes that the model leaves open; may be left out when there are none.</param>
    /// <param name="seed">Of everything that is drawn.</param>
    /// <returns>
    /// <para>An image (four dimensions, 1, 3 or 4 of them channels) is a drawn scene of boxes and lines: in 0..255 where the graph begins by scaling such numbers
    /// down, else with mean 0 and deviation 1, as images are normalised to. A fourth channel (alpha) is 1.</para>
    /// <para>Other floating-point inputs are normal numbers. Whole numbers are drawn below the number of rows of the table that they look up, and are
    /// 1 where they look up none (masks). Truth values are true.</para>
    /// </returns>
    /// <exception cref="ArgumentException">Sizes stay open (see <see cref="InputShapes.Of"/>), or an input has a type that is not given.</exception>
    public static ImmutableArray<ModelTensor> For(OnnxModel model, InputShapes? shapes = null, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        var known = shapes ?? InputShapes.Of(model);
        var problems = model.Inputs.Where(input => !ElementConversion.CanGive(input.ElementType)).Select(input => $"\n  - {input} has a type that cannot be given.").ToArray();
        return problems.Length == 0
            ? [.. model.Inputs.Select((input, i) => Draw(model, input, known[input.Name], unchecked(seed + i)))]
            : throw new ArgumentException($"{model.Source} cannot be run on drawn inputs:{string.Concat(problems)}", nameof(model));
    }

    private static ModelTensor Draw(OnnxModel model, OnnxValue input, ImmutableArray<int> shape, int seed)
    {
        var count = shape.Aggregate(1, (product, size) => product * size);
        if (!input.ElementType.IsFloatingPoint())
        {
            return input.ElementType == OnnxElementType.Boolean || Rows(model, input.Name) is not { } rows
                ? ModelTensor.Wrap(input.Name, shape, Fill(count, () => 1), "synthetic: ones")
                : ModelTensor.Wrap(input.Name, shape, Fill(count, Indices(rows, seed)), Invariant($"synthetic: indices below {rows}, seed {seed}"));
        }

        return ImageLayout.Of(shape) is { } layout
            ? Image(model, input.Name, shape, layout, seed)
            : ModelTensor.Wrap(input.Name, shape, Fill(count, Normal(seed)), Invariant($"synthetic: normal numbers, seed {seed}"));
    }

    private static ModelTensor Image(OnnxModel model, string name, ImmutableArray<int> shape, ImageLayout layout, int seed)
    {
        var bytes = PixelRange.IsBytes(model, name);
        var values = new float[shape.Aggregate(1, (product, size) => product * size)];
        for (var image = 0; image < layout.Images; image++)
        {
            var scene = SyntheticImage.Draw(layout.Height, layout.Width, unchecked(seed + image));
            layout.Write(scene, bytes ? colour => 255 * colour : Normalisation(scene), values, image);
        }

        return ModelTensor.Wrap(name, shape, values, Invariant($"synthetic image, {(bytes ? "0..255" : "mean 0, deviation 1")}, seed {seed}"));
    }

    private static Func<float, float> Normalisation(float[] scene)
    {
        var mean = scene.Average(value => (double)value);
        var deviation = Math.Sqrt(scene.Average(value => (value - mean) * (value - mean)));
        return colour => (float)((colour - mean) / deviation);
    }

    /// <summary>Rows of the table that an input looks up; null when it looks up none.</summary>
    private static int? Rows(OnnxModel model, string input)
    {
        var tables = model.Initializers.Where(tensor => tensor.Shape.Length > 0).ToDictionary(tensor => tensor.Name, tensor => tensor.Shape[0], StringComparer.Ordinal);
        return model.Nodes
            .Where(node => node.Is("Gather") && node.Inputs.Length == 2 && string.Equals(node.Inputs[1], input, StringComparison.Ordinal) && (node.FindAttribute("axis")?.Int ?? 0) == 0)
            .Select(node => tables.TryGetValue(node.Inputs[0], out var rows) ? rows : (int?)null)
            .FirstOrDefault(rows => rows is > 0);
    }

    private static float[] Fill(int count, Func<float> draw)
    {
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = draw();
        }

        return values;
    }

    private static Func<float> Indices(int rows, int seed)
    {
        var random = new Random(seed);
        return () => random.Next(rows);
    }

    // Box and Muller's transform.
    private static Func<float> Normal(int seed)
    {
        var random = new Random(seed);
        return () => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }
}
