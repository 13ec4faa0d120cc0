using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>Small networks for the tests.</summary>
internal static class Tiny
{
    public static ActivationDensity Density(double value) => new(value, Provenance.Assumed, "a test");

    public static Layer Layer(string name, int m, int k, int n, LayerRole role = LayerRole.Hidden, int count = 1, double input = 0.5, double output = 0.5, double? shortcut = null) => new()
    {
        Name = name,
        Gemm = new Gemm(m, k, n),
        Role = role,
        Count = count,
        Input = Density(input),
        Output = Density(output),
        Shortcut = shortcut is { } density ? Density(density) : null,
    };

    public static Network Network(params Layer[] layers) => new() { Name = "tiny", Title = "Tiny", Source = "a test", Layers = [.. layers] };

    /// <summary>Each role once, a layer of several products, a shortcut, a convolution.</summary>
    public static Network Mixed { get; } = Network(
        Layer("first", 64, 147, 256, LayerRole.FirstConvolution, input: 1),
        Convolution("conv", 64, 64),
        Layer("heads", 64, 64, 64, LayerRole.ActivationProduct, count: 8, input: 1, output: 1),
        Layer("wide", 256, 256, 128, count: 3, shortcut: 0.6),
        Layer("classes", 100, 256, 1, LayerRole.Classifier, input: 1, output: 1));

    private static Layer Convolution(string name, int inputs, int outputs)
    {
        var convolution = new Convolution
        {
            InputChannels = inputs,
            InputHeight = 8,
            InputWidth = 8,
            OutputChannels = outputs,
            KernelHeight = 3,
            KernelWidth = 3,
            PadTop = 1,
            PadBottom = 1,
            PadLeft = 1,
            PadRight = 1,
        };
        return Layer(name, 1, 1, 1) with { Gemm = convolution.GroupGemm(), Convolution = convolution };
    }
}
