using System.Numerics;
using HighLight.Commands.Patterns;
using HighLight.Formats;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Commands.Tests.Patterns;

public sealed class FamilyListingTests
{
    [TestCase("C1(4:8)→C0(2:4)", 4 * 3 + 4 * 2 * 2, Description = "four blocks of 3 bits, eight values of 2")]
    [TestCase("C1(4:5)→C0(2:3)", 4 * 3 + 4 * 2 * 2, Description = "as wide as H = 8 and H = 4 need")]
    [TestCase("C1(4:4)→C0(2:4)", 4 * 2 * 2, Description = "the dense rank has none")]
    [TestCase("C1(4:4)→C0(2:2)", 0)]
    public void MetadataBits_OfHighLightsFamily_CountOffsets(string pattern, int bits)
    {
        var listing = FamilyListing.Read("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})", [])!;
        Assert.That(listing.MetadataBits(HssPattern.Parse(pattern)), Is.EqualTo(new BigInteger(bits)));
    }

    [TestCase("C1(3:4)→C0(2:4)")]
    [TestCase("C2(1:2)→C1(3:5)→C0(2:7)")]
    public void MetadataBits_OfOnePattern_AreThoseOfTheFormat(string text)
    {
        var pattern = HssPattern.Parse(text);
        var group = (int)pattern.GroupSize;
        var encoded = new HssFormat(new HssLayout(pattern, group)).Encode(Matrix<float>.Create(1, group, new float[group]));
        Assert.That(FamilyListing.Read(text, [])!.MetadataBits(pattern), Is.EqualTo(new BigInteger(encoded.Size.MetadataBits)));
    }

    [Test]
    public void Read_FamilyAtTheLimit_IsListedAndALargerOneIsNot()
    {
        var problems = new List<string>();
        Assert.That(FamilyListing.Read("C1(1:{1≤H≤200})→C0(1:{1≤H≤100})", problems)!.Patterns, Has.Length.EqualTo(FamilyListing.MostPatterns));
        Assert.That(problems, Is.Empty);
        Assert.That(FamilyListing.Read("C1(1:{1≤H≤200})→C0(1:{1≤H≤101})", problems), Is.Null);
        Assert.That(problems.Single(), Does.Contain("20200 patterns").And.Contain("Narrow"));
    }

    [Test]
    public void Read_HugeFamily_IsRefusedAtOnce()
    {
        var problems = new List<string>();
        Assert.That(FamilyListing.Read("C2({G≤65536}:{H≤65536})→C1({G≤65536}:{H≤65536})→C0({G≤65536}:{H≤65536})", problems), Is.Null);
        Assert.That(problems.Single(), Does.Contain("at most 20000"));
    }
}
