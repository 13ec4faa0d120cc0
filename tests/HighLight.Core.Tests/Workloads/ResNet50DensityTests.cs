namespace HighLight.Workloads;

/// <summary>What the activation densities of ResNet-50 rest on.</summary>
[TestFixture]
public sealed class ResNet50DensityTests
{
    private static IEnumerable<Network> Both => [Networks.ResNet50, Networks.ResNet50V1];

    /// <summary>Sparseloop's MICRO 2022 artifact names four of its layers with their input density; N is padded there to whole tiles.</summary>
    [TestCase("conv3_2.3x3", 128, 1152, 0.44)]
    [TestCase("conv3_2.1x1b", 512, 128, 0.56)]
    [TestCase("conv3_1.downsample", 512, 256, 0.82)]
    [TestCase("conv5_1.1x1a", 512, 1024, 0.27)]
    public void Input_OfALayerThatIsKnown_IsTheSourcedOne(string name, int m, int k, double density)
    {
        foreach (var layer in Both.Select(network => network.Layers.Single(layer => layer.Name == name)))
        {
            Assert.That((layer.Gemm.M, layer.Gemm.K, layer.Input.Value, layer.Input.Provenance), Is.EqualTo((m, k, density, Provenance.Sourced)));
        }
    }

    [TestCaseSource(nameof(Both))]
    public void Input_ThatIsAssumed_LiesInTheSourcedRange(Network network)
    {
        foreach (var layer in network.Layers.Where(layer => layer.Input.Provenance == Provenance.Assumed))
        {
            // Inside a block 40-65 % zeros, after a residual sum 13-55 %; what is pooled lies between its values and certainty.
            var (least, most) = layer.Name.StartsWith("conv2_1.", StringComparison.Ordinal) && layer.InputFrom is null ? (0.45, 0.995)
                : layer.InputFrom is null ? (0.45, 0.87) : (0.35, 0.60);
            Assert.That(layer.Input.Value, Is.InRange(least, most), layer.Name);
        }
    }

    [TestCaseSource(nameof(Both))]
    public void Shortcut_OfEveryBlock_IsReadOnceByTheLayerThatEndsIt(Network network)
    {
        var ends = network.Layers.Where(layer => layer.Shortcut is not null).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends, Has.Length.EqualTo(16));
            Assert.That(ends.Select(layer => layer.Name), Is.All.EndsWith(".1x1b"));

            // A projected shortcut is what the projection writes, else the tensor that the block reads.
            foreach (var layer in ends)
            {
                var block = layer.Name[..layer.Name.IndexOf('.', StringComparison.Ordinal)];
                var projection = network.Layers.SingleOrDefault(other => other.Name == block + ".downsample");
                var read = projection?.Output ?? network.Layers.Single(other => other.Name == block + ".1x1a").Input;
                Assert.That(layer.Shortcut!.Value, Is.EqualTo(read.Value), layer.Name);
                Assert.That(projection is null || projection.Gemm.ValuesOfZ == layer.Gemm.ValuesOfZ, layer.Name);
            }
        }
    }

    [TestCaseSource(nameof(Both))]
    public void Output_BeforeAResidualSum_HasNoZeros(Network network) =>
        Assert.That(
            network.Layers.Where(layer => layer.Name.EndsWith(".1x1b", StringComparison.Ordinal) || layer.Name.EndsWith(".downsample", StringComparison.Ordinal)).Select(layer => layer.Output.Value),
            Has.Exactly(20).Items.And.All.EqualTo(1));

    [TestCaseSource(nameof(Both))]
    public void Output_InsideABlock_IsWhatTheNextLayerReads(Network network)
    {
        var readers = network.Layers.Where(layer => layer.InputFrom is not null).ToArray();
        Assert.That(readers, Has.Length.EqualTo(32));
        foreach (var reader in readers)
        {
            Assert.That(network.Layers.Single(layer => layer.Name == reader.InputFrom).Output.Value, Is.EqualTo(reader.Input.Value).And.LessThan(1), reader.Name);
        }
    }
}
