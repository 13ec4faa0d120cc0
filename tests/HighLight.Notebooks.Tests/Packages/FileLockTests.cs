using System.Net.Sockets;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FileLockTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Test]
    public async Task Acquire_HeldFile_WaitsUntilItIsFree()
    {
        var first = await FileLock.AcquireAsync(_scratch["lock"], CancellationToken.None);
        var second = FileLock.AcquireAsync(_scratch["lock"], CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Test]
    public async Task Acquire_HeldFile_CanBeCancelled()
    {
        await using var first = await FileLock.AcquireAsync(_scratch["lock"], CancellationToken.None);
        Assert.That(
            async () => await FileLock.AcquireAsync(_scratch["lock"], new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    // As one on a read-only file system, it is there and never to be had.
    [Test]
    [Platform(Exclude = "Win")]
    public void Acquire_FileThatCannotBeOpened_Fails()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_scratch["lock"]));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.That(async () => await FileLock.AcquireAsync(_scratch["lock"], limit.Token), Throws.InstanceOf<IOException>());
    }
}
