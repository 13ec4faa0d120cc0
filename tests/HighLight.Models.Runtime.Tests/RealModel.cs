using System.Collections.Immutable;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Runtime.Measurement;

namespace HighLight.Models.Runtime.Tests;

/// <summary>The shipped model, and one measured run of it on a drawn image.</summary>
internal static class RealModel
{
    private static readonly Lazy<OnnxModel> Loaded = new(() => OnnxModel.Load(Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "models", "mlsd_320x320_tiny.onnx")));

    private static readonly Lazy<ImmutableArray<ModelTensor>> Drawn = new(() => SyntheticInput.For(Model));

    private static readonly Lazy<MeasuredModel> Run = new(() => ModelRunner.Measure(Model, Input, new ExecutionOptions { KeepInput = name => name is "Conv__220" or "Conv__226" or "Conv__292" }));

    public static OnnxModel Model => Loaded.Value;

    public static ImmutableArray<ModelTensor> Input => Drawn.Value;

    public static MeasuredModel Measured => Run.Value;
}
