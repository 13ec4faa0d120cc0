using System.Collections.Immutable;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Inputs;

/// <summary>Brings the given tensors together with the inputs that a model declares.</summary>
internal static class InputCheck
{
    /// <summary>The tensors under their names, in the model's order.</summary>
    /// <exception cref="ArgumentException">An input is missing, unknown, given twice, of another shape, or holds values that its type cannot; all are listed.</exception>
    public static ImmutableArray<ModelTensor> Match(OnnxModel model, IEnumerable<ModelTensor> given)
    {
        var problems = new List<string>();
        var tensors = given.ToList();
        if (model.Inputs is [var only] && tensors is [{ Name: "" } unnamed])
        {
            tensors = [unnamed.As(only.Name)];
        }

        foreach (var tensor in tensors.Where(tensor => model.Inputs.All(input => !string.Equals(input.Name, tensor.Name, StringComparison.Ordinal))))
        {
            problems.Add($"the model has no input '{tensor.Name}'.");
        }

        var matched = ImmutableArray.CreateBuilder<ModelTensor>(model.Inputs.Length);
        foreach (var input in model.Inputs)
        {
            var found = tensors.Where(tensor => string.Equals(tensor.Name, input.Name, StringComparison.Ordinal)).ToArray();
            if (found is not [var tensor])
            {
                problems.Add(found.Length == 0 ? $"{input} is not given." : $"{input} is given {found.Length} times.");
            }
            else if (Problem(input, tensor) is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                matched.Add(tensor);
            }
        }

        return problems.Count == 0
            ? matched.ToImmutable()
            : throw new ArgumentException($"The inputs do not fit {model.Source}, which takes {string.Join(", ", model.Inputs)}:{string.Concat(problems.Select(problem => "\n  - " + problem))}", nameof(given));
    }

    private static string? Problem(Onnx.OnnxValue input, ModelTensor tensor)
    {
        if (!ElementConversion.CanGive(input.ElementType))
        {
            return $"{input} has a type that cannot be given.";
        }

        var fits = input.Shape is not { } shape || (shape.Length == tensor.Shape.Length && shape.Zip(tensor.Shape).All(pair => pair.First.Size is not { } size || size == pair.Second));
        if (!fits)
        {
            return $"{input} is given as {tensor}.";
        }

        return ElementConversion.Unfit(tensor.Values.Span, input.ElementType) is { } value
            ? Invariant($"{input} is given {value}, which is no {input.ElementType}.")
            : null;
    }
}
