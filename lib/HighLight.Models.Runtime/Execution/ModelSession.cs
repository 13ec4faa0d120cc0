using System.Collections.Immutable;
using HighLight.Models.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace HighLight.Models.Runtime.Execution;

/// <summary>
/// A model loaded into ONNX Runtime: one thread, operators one after the other, the graph as it is written. So every value of the graph exists, and runs of one
/// machine give the same bits. Kernels differ between kinds of processors, and with them the last bits.
/// </summary>
internal sealed class ModelSession : IDisposable
{
    private readonly OnnxModel _model;
    private readonly InferenceSession _session;

    /// <exception cref="ModelRunException">ONNX Runtime refuses the model, or cannot be loaded.</exception>
    public ModelSession(OnnxModel model, ExecutionOptions options)
    {
        _model = model;
        _session = RuntimeFailure.Guard(model.Source, () => Create(model, options));
    }

    /// <summary>Runs the model and hands each output to <paramref name="read"/>; null stands for an output that is no tensor of numbers.</summary>
    /// <exception cref="ModelRunException">The model fails on these inputs.</exception>
    public void Run(ImmutableArray<ModelTensor> inputs, Action<string, ModelTensor?> read) => RuntimeFailure.Guard(_model.Source, () =>
    {
        var types = _model.Inputs.ToDictionary(input => input.Name, input => input.ElementType, StringComparer.Ordinal);
        var values = new List<OrtValue>(inputs.Length);
        try
        {
            foreach (var input in inputs)
            {
                values.Add(ElementConversion.ToValue(input, types.GetValueOrDefault(input.Name, OnnxElementType.Float32)));
            }

            using var run = new Microsoft.ML.OnnxRuntime.RunOptions();
            using var outputs = _session.Run(run, [.. inputs.Select(input => input.Name)], values, _session.OutputNames);
            for (var i = 0; i < outputs.Count; i++)
            {
                read(_session.OutputNames[i], ElementConversion.ToTensor(_session.OutputNames[i], outputs[i]));
            }

            return true;
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    });

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static InferenceSession Create(OnnxModel model, ExecutionOptions options)
    {
        using var session = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,

            // What fails is thrown; everything below that would go to the console of the program.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        if (options.LimitMemory)
        {
            SharedMemory.Use(session);
        }

        return new InferenceSession(model.FileBytes.ToArray(), session);
    }
}
