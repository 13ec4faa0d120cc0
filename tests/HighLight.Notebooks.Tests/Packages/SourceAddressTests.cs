using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[Platform(Exclude = "Win")]
internal sealed class SourceAddressTests
{
    [TestCase("feed", "/n/feed")]
    [TestCase("../feed", "/feed")]
    [TestCase("/srv/feed", "/srv/feed")]
    [TestCase("file:///srv/my%20feed", "/srv/my feed")]
    [TestCase("FILE:///srv/feed", "/srv/feed")]
    [TestCase("file:/srv/feed", "/srv/feed")]
    [TestCase("https://feed.example/index.json", "https://feed.example/index.json")]
    [TestCase("HTTP://feed.example", "HTTP://feed.example")]
    [TestCase("a:b", "/n/a:b")]
    [TestCase("my:feed", "/n/my:feed")]
    public void Full_FolderOrUrl_IsWhatNuGetTakes(string source, string expected) =>
        Assert.That(SourceAddress.Full(source, "/n", 1), Is.EqualTo(expected));

    [TestCase("ftp://feed.example", "the scheme 'ftp'")]
    [TestCase("s3+http://bucket", "the scheme 's3+http'")]
    [TestCase("file://server/feed", "does not name a folder of this machine")]
    [TestCase("file:feed", "does not name a folder of this machine")]
    public void Full_AnythingElse_IsRefusedByName(string source, string expected)
    {
        var exception = Assert.Throws<DirectiveException>(() => SourceAddress.Full(source, "/n", 7))!;
        Assert.That(exception.Line, Is.EqualTo(7));
        Assert.That(exception.Message, Does.Contain($"'{source}'").And.Contain(expected).And.Contain("file:///"));
    }
}
