using System.Collections.Immutable;
using System.Globalization;
using HighLight.Models.Onnx;

namespace HighLight.Models.Runtime.Inputs;

/// <summary>The shapes that a model's inputs get: what the file fixes, and what the user binds.</summary>
public sealed class InputShapes
{
    /// <summary>More dimensions than any model has, and more values than an input may claim before anything is allocated.</summary>
    private const long MostValues = 1L << 30;

    private readonly ImmutableDictionary<string, ImmutableArray<int>> _shapes;

    private InputShapes(ImmutableDictionary<string, ImmutableArray<int>> shapes) => _shapes = shapes;

    /// <summary>The shape of the input of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such input.</exception>
    public ImmutableArray<int> this[string input] => _shapes[input];

    /// <summary>Binds the sizes that a model leaves open.</summary>
    /// <param name="model">The model.</param>
    /// <param name="bindings">
    /// Texts <c>name=1x3x224x224</c> for a whole input, or <c>batch=1</c> for every dimension of that name. An input whose sizes are all fixed needs none.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A text is no binding, names nothing, contradicts the model, or sizes stay open; everything is listed, with what to bind.
    /// </exception>
    public static InputShapes Of(OnnxModel model, params IEnumerable<string> bindings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(bindings);
        var problems = new List<string>();
        var bound = Parse(model, bindings, problems);
        var shapes = ImmutableDictionary.CreateBuilder<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var input in model.Inputs)
        {
            if (Shape(input, bound, problems) is { } shape)
            {
                shapes[input.Name] = shape;
            }
        }

        return problems.Count == 0
            ? new InputShapes(shapes.ToImmutable())
            : throw new ArgumentException($"The shapes of the inputs of {model.Source} are not known:{string.Concat(problems.Select(problem => "\n  - " + problem))}", nameof(bindings));
    }

    private static Dictionary<string, ImmutableArray<int>> Parse(OnnxModel model, IEnumerable<string> bindings, List<string> problems)
    {
        var known = model.Inputs.Select(input => input.Name)
            .Concat(model.Inputs.SelectMany(input => input.Shape ?? []).Select(dimension => dimension.Symbol).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var bound = new Dictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var text in bindings)
        {
            // Names may hold an equals sign themselves; sizes do not.
            var at = text.LastIndexOf('=');
            var name = at < 0 ? text : text[..at];
            var sizes = at < 0 ? [] : text[(at + 1)..].Split('x', 'X', '×');
            var parsed = sizes.Select(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0).ToImmutableArray();
            if (parsed.IsEmpty || parsed.Any(size => size < 1))
            {
                problems.Add($"'{text}' binds no shape: write name=1x3x224x224, with whole numbers from 1.");
            }
            else if (!known.Contains(name))
            {
                problems.Add($"'{name}' is no input and no open size. Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
            else if (!bound.TryAdd(name, parsed))
            {
                problems.Add($"'{name}' is bound twice. Keep one.");
            }
        }

        return bound;
    }

    private static ImmutableArray<int>? Shape(OnnxValue input, Dictionary<string, ImmutableArray<int>> bound, List<string> problems)
    {
        if (!input.IsTensor)
        {
            problems.Add($"{input} is no tensor, so it cannot be given.");
            return null;
        }

        bound.TryGetValue(input.Name, out var given);
        if (input.Shape is not { } declared)
        {
            return given.IsDefault ? Open(input, problems) : given;
        }

        if (!given.IsDefault && given.Length != declared.Length)
        {
            problems.Add(Invariant($"{input} has {declared.Length} dimensions, but {given.Length} are bound."));
            return null;
        }

        var shape = ImmutableArray.CreateBuilder<int>(declared.Length);
        for (var i = 0; i < declared.Length; i++)
        {
            var fixedSize = declared[i].Size;
            var size = !given.IsDefault ? given[i] : fixedSize ?? (declared[i].Symbol is { } symbol && bound.TryGetValue(symbol, out var sizes) && sizes.Length == 1 ? sizes[0] : 0);
            if (size < 1)
            {
                return Open(input, problems);
            }

            if (fixedSize is { } must && must != size)
            {
                problems.Add(Invariant($"dimension {i} of {input} is {must}, but {size} is bound."));
                return null;
            }

            shape.Add((int)Math.Min(size, int.MaxValue));
        }

        return CheckCount(input, shape.ToImmutable(), problems);
    }

    private static ImmutableArray<int>? CheckCount(OnnxValue input, ImmutableArray<int> shape, List<string> problems)
    {
        if (shape.Aggregate(1.0, (product, size) => product * size) <= MostValues)
        {
            return shape;
        }

        problems.Add(Invariant($"{input} as [{string.Join(", ", shape)}] holds more than {MostValues} values."));
        return null;
    }

    private static ImmutableArray<int>? Open(OnnxValue input, List<string> problems)
    {
        problems.Add($"{input} leaves sizes open. Bind them, for example {input.Name}={Example(input)}.");
        return null;
    }

    private static string Example(OnnxValue input) => string.Join('x', (input.Shape ?? [new(1), new(3), new(224), new(224)])
        .Select((dimension, i) => Invariant($"{dimension.Size ?? (i == 0 ? 1 : 224)}")));
}
