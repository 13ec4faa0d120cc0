using System.Collections.Immutable;

namespace HighLight.Workloads;

/// <summary>
/// The built-in networks: one image or one sequence each, batch normalisation, biases, embeddings and elementwise work left out. Their layers stand in data/workloads, where
/// the README says what the densities rest on.
/// </summary>
public static class Networks
{
    /// <summary>ResNet-50 v1.5 on 224×224: the stride of a block's first convolution stands in its 3×3.</summary>
    public static Network ResNet50 { get; } = Read("resnet50", "ResNet-50 v1.5", "He et al., CVPR 2016; strides as torchvision's resnet50");

    /// <summary>ResNet-50 v1 on 224×224: the stride of a block stands in its first 1×1.</summary>
    public static Network ResNet50V1 { get; } = Read("resnet50-v1", "ResNet-50 v1", "He et al., CVPR 2016");

    /// <summary>DeiT-small, patches of 16, 224×224: 197 tokens.</summary>
    public static Network DeitSmall { get; } = Read("deit-small", "DeiT-small", "Touvron et al., ICML 2021: deit_small_patch16_224");

    /// <summary>Transformer-Big, 128 tokens in the encoder and 128 in the decoder at once.</summary>
    public static Network TransformerBig { get; } = Read("transformer-big", "Transformer-Big, 128 tokens", "Vaswani et al., NeurIPS 2017, Table 3 (big); a vocabulary of 37000");

    /// <summary>Transformer-Big, 32 tokens in the encoder and 32 in the decoder at once.</summary>
    public static Network TransformerBig32 { get; } = Read("transformer-big-32", "Transformer-Big, 32 tokens", "Vaswani et al., NeurIPS 2017, Table 3 (big); a vocabulary of 37000");

    /// <summary>The encoder of BERT-base, 128 tokens.</summary>
    public static Network BertBase { get; } = Read("bert-base", "BERT-base, 128 tokens", "Devlin et al., NAACL 2019 (base); encoder alone");

    /// <summary>The encoder of BERT-base, 384 tokens.</summary>
    public static Network BertBase384 { get; } = Read("bert-base-384", "BERT-base, 384 tokens", "Devlin et al., NAACL 2019 (base); encoder alone");

    /// <summary>ViT-base, patches of 16, 224×224: 197 tokens. DeiT-base has the same layers.</summary>
    public static Network VitBase { get; } = Read("vit-base", "ViT-base", "Dosovitskiy et al., ICLR 2021: vit_base_patch16_224");

    /// <summary>GPT-2 small, 1024 tokens at once.</summary>
    public static Network Gpt2Small { get; } = Read("gpt2-small", "GPT-2 small, 1024 tokens", "Radford et al., 2019: 12 blocks of width 768; a vocabulary of 50257");

    /// <summary>One of the 32 blocks of Llama 2 7B, 2048 tokens at once.</summary>
    public static Network Llama7BBlock { get; } = Read("llama-7b-block", "Llama-2-7B block, 2048 tokens", "Touvron et al., 2023 (Llama 2, 7B): width 4096, 32 heads, 11008 in the feed-forward layer");

    /// <summary>All of them, in the order of figures.</summary>
    public static ImmutableArray<Network> All { get; } =
        [ResNet50, ResNet50V1, DeitSmall, TransformerBig, TransformerBig32, BertBase, BertBase384, VitBase, Gpt2Small, Llama7BBlock];

    /// <summary>The network of that name, in any case.</summary>
    /// <param name="name">A <see cref="Network.Name"/>.</param>
    /// <exception cref="ArgumentException">There is none; the message names the nearest and all that are known.</exception>
    public static Network Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(network => network.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no network '{name}'. {NearestName.Advice(name, [.. All.Select(network => network.Name)])}", nameof(name));
    }

    private static Network Read(string name, string title, string source)
    {
        using var stream = typeof(Networks).Assembly.GetManifestResourceStream(Invariant($"HighLight.Workloads.{name}.csv"))
            ?? throw new InvalidOperationException(Invariant($"HighLight.Core carries no network '{name}'."));
        using var reader = new StreamReader(stream);
        return Network.Parse(reader.ReadToEnd(), name) with { Title = title, Source = source };
    }
}
