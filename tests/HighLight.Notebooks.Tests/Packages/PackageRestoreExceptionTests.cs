using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

internal sealed class PackageRestoreExceptionTests
{
    [TestCase("error NU1101: Unable to find package A.", true)]
    [TestCase("error NU1102: Unable to find package A with version (>= 9.0.0)", true)]
    [TestCase("error NU1301: Unable to load the service index", false)]
    [TestCase("error NU3004: The package is not signed.", false)]
    [TestCase("The .NET SDK did not apply the package source mapping", false)]
    public void Message_AdvisesOnSources_WhereNothingWasFound(string problem, bool advises)
    {
        string message = new PackageRestoreException([new PackageRequest("A", "1.0.0")], [problem], ["/feed"]).Message;
        Assert.That(message, Does.StartWith("The packages \"nuget: A, 1.0.0\" could not be restored.\n" + problem));
        Assert.That(message, Does.Contain("\nSources searched: /feed."));
        Assert.That(message.Contains("Check identity and version", StringComparison.Ordinal), Is.EqualTo(advises));
    }
}
