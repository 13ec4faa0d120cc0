namespace HighLight.Workloads;

[TestFixture]
public sealed class PruningPolicyTests
{
    private static Layer Of(LayerRole role) => new()
    {
        Name = "layer", Gemm = new(2, 3, 4), Role = role, Input = new(1, Provenance.Assumed, "a test"), Output = new(1, Provenance.Assumed, "a test"),
    };

    [TestCase(LayerRole.Hidden, true, "hidden layer: the policy prunes it")]
    [TestCase(LayerRole.FirstConvolution, false, "first convolution: the policy leaves it dense")]
    [TestCase(LayerRole.Classifier, false, "classifier: the policy leaves it dense")]
    [TestCase(LayerRole.ActivationProduct, false, "product of activations: no weights to prune")]
    public void Default_Role_IsPrunedOrNotAndSaysWhy(LayerRole role, bool pruned, string reason)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PruningPolicy.Default.Prunes(Of(role)), Is.EqualTo(pruned));
            Assert.That(PruningPolicy.Default.Reason(Of(role)), Is.EqualTo(reason));
        }
    }

    [TestCase(LayerRole.FirstConvolution, true, "first convolution: the policy prunes it")]
    [TestCase(LayerRole.Classifier, true, "classifier: the policy prunes it")]
    [TestCase(LayerRole.ActivationProduct, false, "product of activations: no weights to prune")]
    public void AllWeights_Role_IsPrunedWhereThereAreWeights(LayerRole role, bool pruned, string reason)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PruningPolicy.AllWeights.Prunes(Of(role)), Is.EqualTo(pruned));
            Assert.That(PruningPolicy.AllWeights.Reason(Of(role)), Is.EqualTo(reason));
        }
    }

    [Test]
    public void Default_OfResNet50_LeavesTwoLayersDense() =>
        Assert.That(Networks.ResNet50.Layers.Where(layer => !PruningPolicy.Default.Prunes(layer)).Select(layer => layer.Name), Is.EqualTo(["conv1", "fc"]));

    [Test]
    public void Switches_AreIndependent()
    {
        var first = PruningPolicy.Default with { FirstConvolution = true };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Prunes(LayerRole.FirstConvolution), Is.True);
            Assert.That(first.Prunes(LayerRole.Classifier), Is.False);
        }
    }
}
