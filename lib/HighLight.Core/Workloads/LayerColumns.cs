using System.Collections.Immutable;

namespace HighLight.Workloads;

/// <summary>The columns of a layer table, in the order they are written; data/workloads/README.md explains them.</summary>
internal static class LayerColumns
{
    public const string Name = "name";
    public const string Kind = "kind";
    public const string Role = "role";
    public const string InputFrom = "input_from";
    public const string M = "m";
    public const string K = "k";
    public const string N = "n";
    public const string Count = "count";
    public const string Batch = "batch";
    public const string InputChannels = "in_channels";
    public const string InputHeight = "in_height";
    public const string InputWidth = "in_width";
    public const string OutputChannels = "out_channels";
    public const string KernelHeight = "kernel_height";
    public const string KernelWidth = "kernel_width";
    public const string StrideHeight = "stride_height";
    public const string StrideWidth = "stride_width";
    public const string PadTop = "pad_top";
    public const string PadBottom = "pad_bottom";
    public const string PadLeft = "pad_left";
    public const string PadRight = "pad_right";
    public const string DilationHeight = "dilation_height";
    public const string DilationWidth = "dilation_width";
    public const string Groups = "groups";

    /// <summary>The three tensors whose density a layer has; each begins a column <c>…_density</c>, <c>…_tag</c> and <c>…_source</c>.</summary>
    public static readonly ImmutableArray<string> Tensors = ["input", "output", "shortcut"];

    /// <summary>Those that a convolution alone has.</summary>
    public static readonly ImmutableArray<string> Geometry =
    [
        Batch, InputChannels, InputHeight, InputWidth, OutputChannels, KernelHeight, KernelWidth, StrideHeight, StrideWidth, PadTop, PadBottom, PadLeft, PadRight,
        DilationHeight, DilationWidth, Groups,
    ];

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All =
    [
        Name, Kind, Role, InputFrom, M, K, N, Count, .. Geometry, .. Tensors.SelectMany(tensor => (string[])[Density(tensor), Tag(tensor), Source(tensor)]),
    ];

    public static string Density(string tensor) => tensor + "_density";

    public static string Tag(string tensor) => tensor + "_tag";

    public static string Source(string tensor) => tensor + "_source";

    /// <summary>A role as tables write it: <c>first_convolution</c>.</summary>
    public static string NameOf(LayerRole role) => role switch
    {
        LayerRole.FirstConvolution => "first_convolution",
        LayerRole.ActivationProduct => "activation_product",
        _ => role.ToString().ToLowerInvariant(),
    };

    public static string NameOf(Provenance tag) => tag.ToString().ToLowerInvariant();

    public static string NameOf(LayerKind kind) => kind.ToString().ToLowerInvariant();
}
