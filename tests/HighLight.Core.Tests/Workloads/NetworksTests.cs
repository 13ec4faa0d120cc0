namespace HighLight.Workloads;

[TestFixture]
public sealed class NetworksTests
{
    private static IEnumerable<Network> All => Networks.All;

    [TestCaseSource(nameof(All))]
    public void BuiltIn_AnyNetwork_HasNoProblems(Network network)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.Problems(), Is.Empty);
            Assert.That(network.Layers, Is.Not.Empty);
        }
    }

    [TestCaseSource(nameof(All))]
    public void ToCsv_OfABuiltIn_ReadsBackToTheSameLayers(Network network) =>
        Assert.That(Network.Parse(network.ToCsv(), "again").Layers, Is.EqualTo(network.Layers));

    /// <summary>The files are as the writer writes them, so that a change of one shows as a change of rows.</summary>
    [TestCaseSource(nameof(All))]
    public void ToCsv_OfABuiltIn_IsItsFile(Network network)
    {
        using var reader = new StreamReader(typeof(Networks).Assembly.GetManifestResourceStream($"HighLight.Workloads.{network.Name}.csv")!);
        Assert.That(network.ToCsv(), Is.EqualTo(reader.ReadToEnd()));
    }

    [TestCaseSource(nameof(All))]
    public void Find_NameInCapitals_IsTheNetwork(Network network) => Assert.That(Networks.Find(network.Name.ToUpperInvariant()), Is.SameAs(network));

    [Test]
    public void Find_UnknownName_NamesTheNearestAndAll() =>
        Assert.That(
            () => Networks.Find("resnet-50"),
            Throws.ArgumentException.With.Message.StartsWith("There is no network 'resnet-50'. Did you mean resnet50? Known: resnet50, resnet50-v1, deit-small, transformer-big, transformer-big-32, bert-base, bert-base-384, vit-base, gpt2-small, llama-7b-block."));
}
