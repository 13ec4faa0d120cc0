namespace HighLight.Workloads;

/// <summary>
/// Weights and multiply-accumulates of the built-in networks beside published ones. Published parameter counts hold biases, normalisations, embeddings and positions
/// that layers do not: the test takes them off, so that weights agree to the last one wherever the exact count is public.
/// </summary>
[TestFixture]
public sealed class PublishedTotalsTests
{
    /// <summary>torchvision's model table: resnet50 25,557,032 parameters, of them 2 of each of 26,560 normalised channels and 1,000 biases.</summary>
    [Test]
    public void ResNet50_Weights_AreThePublishedOnes([Values("resnet50", "resnet50-v1")] string name) =>
        Assert.That(Networks.Find(name).Weights, Is.EqualTo(25_557_032 - (2 * 26_560) - 1_000));

    /// <summary>timm's deit_small_patch16_224: 22,050,664.</summary>
    [Test]
    public void DeitSmall_Weights_AreThePublishedOnes() => Assert.That(Networks.DeitSmall.Weights, Is.EqualTo(22_050_664 - VisionTransformerRest(384)));

    /// <summary>torchvision's vit_b_16: 86,567,656.</summary>
    [Test]
    public void VitBase_Weights_AreThePublishedOnes() => Assert.That(Networks.VitBase.Weights, Is.EqualTo(86_567_656 - VisionTransformerRest(768)));

    /// <summary>
    /// bert-base-uncased: 109,482,240, of them embeddings of 30,522 words, 512 positions and 2 segments with their normalisation, the pooler, and in each block
    /// 2304 + 768 + 3072 + 768 biases and two normalisations.
    /// </summary>
    [Test]
    public void BertBase_Weights_AreThePublishedOnes([Values("bert-base", "bert-base-384")] string name) =>
        Assert.That(Networks.Find(name).Weights, Is.EqualTo(109_482_240 - ((30_522 + 512 + 2 + 2) * 768) - ((768 * 768) + 768) - (12 * BlockRest(768))));

    /// <summary>gpt2: 124,439,808 with the output layer tied to the word embedding, which is counted here as that layer; 1024 positions and the last normalisation are not.</summary>
    [Test]
    public void Gpt2Small_Weights_AreThePublishedOnes() =>
        Assert.That(Networks.Gpt2Small.Weights, Is.EqualTo(124_439_808 - (1024 * 768) - (2 * 768) - (12 * BlockRest(768))));

    /// <summary>Llama 2 7B: 6,738,415,616 in 32 blocks, two matrices of 32,000 × 4096 and the last normalisation; a block has two normalisations and no bias.</summary>
    [Test]
    public void LlamaBlock_Weights_AreThePublishedOnes() =>
        Assert.That(Networks.Llama7BBlock.Weights, Is.EqualTo(((6_738_415_616 - (2L * 32_000 * 4096) - 4096) / 32) - (2 * 4096)));

    /// <summary>Vaswani et al., Table 3: 213 million. The exact vocabulary behind it is not public ("about 37000"), hence the percent.</summary>
    [Test]
    public void TransformerBig_Weights_AreThePublishedOnes([Values("transformer-big", "transformer-big-32")] string name) =>
        Assert.That(Networks.Find(name).Weights, Is.EqualTo(213e6).Within(1).Percent);

    /// <summary>torchvision's model table gives 4.089 and 17.564 G for resnet50 and vit_b_16, DeiT's paper 4.6 G, He et al. 3.8 G (Table 1), each to the digits shown.</summary>
    [TestCase("resnet50", 4.089, 0.0005)]
    [TestCase("resnet50-v1", 3.8, 0.1)]
    [TestCase("vit-base", 17.564, 0.0005)]
    [TestCase("deit-small", 4.6, 0.05)]
    public void Macs_OfVisionNetworks_AreThePublishedOnes(string name, double publishedG, double withinG) =>
        Assert.That(Networks.Find(name).Macs / 1e9, Is.EqualTo(publishedG).Within(withinG));

    /// <summary>By hand: each token meets each weight of the blocks once, and in each block two products of tokens × tokens × width.</summary>
    [TestCase("bert-base", 128, 12, 768, 84_934_656, 0)]
    [TestCase("bert-base-384", 384, 12, 768, 84_934_656, 0)]
    [TestCase("gpt2-small", 1024, 12, 768, 84_934_656, 50_257 * 768)]
    [TestCase("llama-7b-block", 2048, 1, 4096, 202_375_168, 0)]
    [TestCase("transformer-big", 128, 18, 1024, 176_160_768, 37_000 * 1024)]
    [TestCase("transformer-big-32", 32, 18, 1024, 176_160_768, 37_000 * 1024)]
    public void Macs_OfSequenceNetworks_FollowFromTokensAndWidth(string name, int tokens, int attentions, int width, long blocks, long output) =>
        Assert.That(Networks.Find(name).Macs, Is.EqualTo((tokens * (blocks + output)) + (2L * attentions * tokens * tokens * width)));

    /// <summary>Patch and head biases, 12 blocks, the last normalisation, the class token and 197 positions.</summary>
    private static long VisionTransformerRest(int width) => width + 1000 + (12 * BlockRest(width)) + (2 * width) + width + (197 * width);

    /// <summary>Biases of 3 + 1 + 4 + 1 widths, and two normalisations of two each.</summary>
    private static long BlockRest(int width) => 13L * width;
}
