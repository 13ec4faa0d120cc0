using System.Collections.Immutable;
using HighLight.Models.Layers;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Runtime.Measurement;

namespace HighLight.Models.Runtime;

/// <summary>
/// Runs models in ONNX Runtime: on one thread and on the graph as it is written, so that two runs on one machine give the same bits. Other processors may round
/// the last bits otherwise.
/// </summary>
public static class ModelRunner
{
    /// <summary>Runs a model once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">A tensor for each input; of a model with one input its name may be left out. <see cref="SyntheticInput.For"/> draws them.</param>
    /// <param name="options">The defaults when left out.</param>
    /// <returns>The outputs, in the model's order; those that are no tensors of numbers are left out.</returns>
    /// <exception cref="ArgumentException">The inputs do not fit the model; everything that does not is listed.</exception>
    /// <exception cref="ModelRunException">ONNX Runtime refuses the model, or it fails.</exception>
    public static ImmutableArray<ModelTensor> Run(OnnxModel model, IEnumerable<ModelTensor> inputs, ExecutionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        var matched = InputCheck.Match(model, inputs);
        var outputs = ImmutableArray.CreateBuilder<ModelTensor>();
        using var session = new ModelSession(model, options ?? ExecutionOptions.Default);
        session.Run(matched, (_, tensor) =>
        {
            if (tensor is not null)
            {
                outputs.Add(tensor);
            }
        });
        return outputs.ToImmutable();
    }

    /// <summary>Runs a model once and measures every layer on the way: dimensions, and zeros of input and output.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">As for <see cref="Run"/>.</param>
    /// <param name="options">The defaults when left out.</param>
    /// <exception cref="ArgumentException">The inputs do not fit the model; everything that does not is listed.</exception>
    /// <exception cref="ModelRunException">ONNX Runtime refuses the model, or it fails.</exception>
    public static MeasuredModel Measure(OnnxModel model, IEnumerable<ModelTensor> inputs, ExecutionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        var chosen = options ?? ExecutionOptions.Default;
        var matched = InputCheck.Match(model, inputs);
        var plans = new LayerPlanner(model).Plan();
        var values = new MeasuredValues(plans.Where(plan => chosen.KeepInput(plan.Node.DisplayName)).Select(plan => plan.Input));
        foreach (var input in matched)
        {
            values.Add(input.Name, input);
        }

        var wanted = plans.SelectMany(plan => plan.Values).Where(name => !values.Contains(name)).Distinct(StringComparer.Ordinal);
        var outputs = model.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var results = ImmutableArray.CreateBuilder<ModelTensor>();
        using (var session = new ModelSession(model.WithOutputs(wanted), chosen))
        {
            session.Run(matched, (name, tensor) =>
            {
                values.Add(name, tensor);
                if (tensor is not null && outputs.Contains(name))
                {
                    results.Add(tensor);
                }
            });
        }

        var layers = ImmutableArray.CreateBuilder<MeasuredLayer>(plans.Length);
        var refused = new List<NotEvaluatedLayer>();
        foreach (var plan in plans)
        {
            var (layer, reason) = values.Measure(plan);
            if (layer is not null)
            {
                layers.Add(layer);
            }
            else
            {
                refused.Add(new NotEvaluatedLayer(plan.Node, reason, plan.Weights is { } weights ? [weights.Name] : [], plan.Weights?.Count ?? 0));
            }
        }

        var planned = plans.Select(plan => plan.Node).ToHashSet<Onnx.OnnxNode>(ReferenceEqualityComparer.Instance);
        return new MeasuredModel(
            model, matched, layers.ToImmutable(), [.. model.NotEvaluated.Where(layer => !planned.Contains(layer.Node)), .. refused], results.ToImmutable());
    }
}
