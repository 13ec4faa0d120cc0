namespace HighLight.Workloads;

[TestFixture]
public sealed class NetworkTests
{
    private static readonly ActivationDensity Half = new(0.5, Provenance.Measured, "a test");

    private static IEnumerable<Network> All => Networks.All;

    [TestCaseSource(nameof(All))]
    public void WithBatch_OfAnyNetwork_MultipliesTheWorkAndKeepsTheWeightsThatAreShared(Network network)
    {
        var batched = network.WithBatch(3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(batched.Macs, Is.EqualTo(3 * network.Macs));
            Assert.That(batched.Weights, Is.EqualTo(network.Weights));
            Assert.That(batched.Problems(), Is.Empty);
            Assert.That(network.WithBatch(1).Layers, Is.EqualTo(network.Layers));
        }
    }

    [Test]
    public void WithBatch_EachKindOfLayer_GrowsWhereItMust()
    {
        var batched = Networks.DeitSmall.WithBatch(2).Layers;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((batched[0].Gemm, batched[0].Convolution!.Batch), Is.EqualTo((new Gemm(384, 768, 392), 2)));
            Assert.That((batched[1].Gemm, batched[1].Count), Is.EqualTo((new Gemm(1152, 384, 394), 12)));
            Assert.That((batched[2].Gemm, batched[2].Count), Is.EqualTo((new Gemm(197, 64, 197), 144)));
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void WithBatch_BelowOne_IsRefused(int batch) => Assert.That(() => Networks.ResNet50.WithBatch(batch), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void WithBatch_BeyondAnInt_IsRefused() => Assert.That(() => Networks.Gpt2Small.WithBatch(int.MaxValue), Throws.TypeOf<OverflowException>());

    [Test]
    public void WithInputDensity_OfATensorAnEarlierLayerWrites_ChangesBothEnds()
    {
        var network = Networks.TransformerBig.WithInputDensity("enc.ffn2", Half);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.Layers.Single(layer => layer.Name == "enc.ffn2").Input, Is.EqualTo(Half));
            Assert.That(network.Layers.Single(layer => layer.Name == "enc.ffn1").Output, Is.EqualTo(Half));
            Assert.That(network.Layers.Count(layer => layer.Input == Half || layer.Output == Half), Is.EqualTo(2));
            Assert.That(network.Problems(), Is.Empty);
        }
    }

    [Test]
    public void WithInputDensity_OfATensorThatSeveralRead_ChangesEach()
    {
        var layer = Networks.BertBase.Layers[0] with { Gemm = new(4, 4, 4), Count = 1 };
        Layer Reader(string name) => layer with { Name = name, InputFrom = "writer" };
        var network = Networks.BertBase with { Layers = [layer with { Name = "writer" }, Reader("left"), Reader("right"), layer with { Name = "other" }] };
        var changed = network.WithInputDensity("right", Half);
        Assert.That(changed.Layers.Select(l => (l.Input.Value, l.Output.Value)), Is.EqualTo(new[] { (1, 0.5), (0.5, 1.0), (0.5, 1), (1, 1) }));
    }

    [Test]
    public void WithInputDensity_UnknownLayer_NamesTheNearest() =>
        Assert.That(() => Networks.TransformerBig.WithInputDensity("enc.fnn2", Half), Throws.ArgumentException.With.Message.Contains("Did you mean enc.ffn2?"));

    [Test]
    public void Problems_OfALayerOnItsOwnTerms_NameTheLayer()
    {
        var broken = Networks.ResNet50 with { Layers = [.. Networks.ResNet50.Layers.Select(layer => layer.Name == "fc" ? layer with { Count = 0, InputFrom = "nowhere" } : layer)] };
        Assert.That(broken.Problems(), Has.Length.EqualTo(2).And.All.StartsWith("layer 54 ('fc'): "));
    }
}
