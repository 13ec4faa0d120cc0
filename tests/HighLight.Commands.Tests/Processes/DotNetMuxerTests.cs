using HighLight.Commands.Tests.Support;
using HighLight.Notebooks.Packages;

namespace HighLight.Commands.Tests.Processes;

public sealed class DotNetMuxerTests
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    [Test]
    public void Find_ProcessRunByDotNet_IsThatOne() => Assert.That(DotNetMuxer.Find("/some/where/" + Name, "/none", null), Is.EqualTo("/some/where/" + Name));

    [Test]
    public void Find_OtherProcess_IsFoundBesideItsRuntime()
    {
        using var world = new FakeWorld();
        var dotnet = world.Write(Name);
        Assert.That(DotNetMuxer.Find("/bin/highlight", world.PathOf("shared/Microsoft.NETCore.App/10.0.0/"), world.Write("other")), Is.EqualTo(dotnet));
    }

    [Test]
    public void Find_NothingBesideTheRuntime_IsTheHostPathIfItExists()
    {
        using var world = new FakeWorld();
        var host = world.Write("other");
        Assert.That(DotNetMuxer.Find(null, world.PathOf("a/b/c"), host), Is.EqualTo(host));
        Assert.That(DotNetMuxer.Find(null, world.PathOf("a/b/c"), world.PathOf("gone")), Is.EqualTo(Name));
    }
}
