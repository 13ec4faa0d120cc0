using System.Globalization;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation.Golden;

/// <summary>One row of the golden file: everything that is asked of an evaluation, its mapping included.</summary>
/// <param name="Design">A name of <see cref="Designs"/>.</param>
/// <param name="Technology">65nm or 45nm.</param>
/// <param name="Gemm">M×K×N; empty where a convolution gives it.</param>
/// <param name="Convolution">Such as <c>C64 56x56 M64 3x3 s1 p1 g1 b1</c>; empty for a plain product.</param>
/// <param name="A"><c>dense</c>, a density, or a pattern.</param>
/// <param name="B">The same.</param>
/// <param name="Options">Any of <c>Z0.5</c> (density of Z), <c>S0.5</c> (of a shortcut), <c>straddle</c>, <c>dram</c> (im2col there).</param>
/// <param name="Mapping">The given mapping.</param>
internal sealed record GoldenCase(string Design, string Technology, string Gemm, string Convolution, string A, string B, string Options, string Mapping)
{
    public static IReadOnlyDictionary<string, Accelerator> Designs { get; } = new Dictionary<string, Accelerator>(StringComparer.Ordinal)
    {
        ["TC"] = Accelerators.TensorCore,
        ["STC"] = Accelerators.SparseTensorCore,
        ["DSTC"] = Accelerators.DualSideSparseTensorCore,
        ["S2TA"] = Accelerators.S2ta,
        ["S2TA two-pass"] = Accelerators.S2taTwoPass,
        ["HighLight"] = Accelerators.HighLight,
        ["DSSO"] = Accelerators.Dsso,
        ["sparseloop-2022 TC"] = SparseloopPreset.Apply(Accelerators.TensorCore),
        ["sparseloop-2022 STC"] = SparseloopPreset.Apply(Accelerators.SparseTensorCore),
        ["sparseloop-2022 DSTC"] = SparseloopPreset.Apply(Accelerators.DualSideSparseTensorCore),
        ["sparseloop-2022 HighLight"] = SparseloopPreset.Apply(Accelerators.HighLight),
        ["STC-flexible"] = SparseloopPreset.FlexibleSparseTensorCore,
        ["STC-flexible, RLE"] = SparseloopPreset.FlexibleRunLength,
        ["STC-flexible, dual compression"] = SparseloopPreset.FlexibleDualCompressed,
        ["HighLight, 24-bit sums"] = Wide(Accelerators.HighLight),
        ["DSTC, 24-bit sums"] = Wide(Accelerators.DualSideSparseTensorCore),
        ["HighLight, 16-bit words"] = Accelerators.HighLight.WithWordBits(16),
        ["DSTC, conflicts"] = Accelerators.DualSideSparseTensorCore with
        {
            Skipping = (SkippingScheme.OuterProduct)Accelerators.DualSideSparseTensorCore.Skipping with { ChargesConflicts = true },
        },
    };

    public EvaluationResult Run(out string mapping)
    {
        var convolution = Convolution.Length == 0 ? null : Read(Convolution);
        var options = Options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var request = new GemmRequest(
            Designs[Design],
            convolution?.GroupGemm() ?? HighLight.Workloads.Gemm.Parse(Gemm),
            Operand(A),
            Operand(B))
        {
            Technology = TechnologyTable.Named(Technology),
            AllowSwap = false,
            Mapping = Mapping.Length == 0 ? null : HighLight.Evaluation.Mapping.Parse(Mapping),
            Convolution = convolution,
            OutputDensity = Density(options, 'Z') ?? 1,
            ShortcutDensity = Density(options, 'S'),
            GroupsStraddleTaps = options.Contains("straddle", StringComparer.Ordinal),
            Expansion = options.Contains("dram", StringComparer.Ordinal) ? InputExpansion.InDram : InputExpansion.OnTheFly,
        };
        var result = GemmEvaluation.Run(request).Result;
        mapping = result.Mapping.ToString();
        return result;
    }

    private static Accelerator Wide(Accelerator design) => design with { Accumulation = design.Accumulation with { AccumulatorBits = 24 } };

    private static OperandDensity Operand(string text) =>
        text == "dense" ? new DenseOperand()
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var density) ? new UniformOperand(density)
        : new HssOperand(HssPattern.Parse(text));

    private static double? Density(string[] options, char of) =>
        options.FirstOrDefault(option => option[0] == of) is { } option ? double.Parse(option.AsSpan(1), CultureInfo.InvariantCulture) : null;

    private static Convolution Read(string text)
    {
        var parts = text.Split(' ');
        var image = parts[1].Split('x').Select(Number).ToArray();
        var kernel = parts[3].Split('x').Select(Number).ToArray();
        int stride = Number(parts[4][1..]), pad = Number(parts[5][1..]);
        return new()
        {
            InputChannels = Number(parts[0][1..]),
            InputHeight = image[0],
            InputWidth = image[1],
            OutputChannels = Number(parts[2][1..]),
            KernelHeight = kernel[0],
            KernelWidth = kernel[1],
            StrideHeight = stride,
            StrideWidth = stride,
            PadTop = pad,
            PadBottom = pad,
            PadLeft = pad,
            PadRight = pad,
            Groups = Number(parts[6][1..]),
            Batch = Number(parts[7][1..]),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
