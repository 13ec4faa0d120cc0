using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HighLight.Experiments.Figures.Offline;

namespace HighLight.Experiments.Tests.Figures;

public class PlotlyBundleTests
{
    [Test]
    public void CompressedBase64_Unpacked_IsThePinnedPlotly()
    {
        using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(PlotlyBundle.CompressedBase64())), CompressionMode.Decompress);
        using var code = new MemoryStream();
        packed.CopyTo(code);

        Assert.That(Encoding.UTF8.GetString(code.ToArray(), 0, 80), Does.Contain($"(cartesian - minified) v{PlotlyBundle.Version}"));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(code.ToArray())), Is.EqualTo("1836dca6fbe9477c789e8a4affd2b2be59fabe8daf8df49c391809d65490c955"));
    }
}
