using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Structured;

[TestFixture]
public sealed class BufferPortTests
{
    [Test]
    public void TryMoveRow_SharedPortAfterALongPause_IsAheadByOneRowAndNoByteMore()
    {
        // Rows of 2 bytes over a port of 1: every second cycle moves one.
        var port = new BufferPort(StorageLevel.GlobalBuffer with { RowBytes = 2, SharedPortWords = 1 }, 8);
        for (var cycle = 0; cycle < 10; cycle++)
        {
            port.Tick();
        }

        var moved = new List<bool> { port.TryMoveRow(), port.TryMoveRow() };
        for (var cycle = 0; cycle < 4; cycle++)
        {
            port.Tick();
            moved.Add(port.TryMoveRow());
        }

        Assert.That(moved, Is.EqualTo(new[] { true, false, false, true, false, true }));
    }

    [Test]
    public void TryMoveRow_PortOfItsOwn_MovesOneRowACycle()
    {
        var port = new BufferPort(StorageLevel.GlobalBuffer with { RowBytes = 64 }, 8);
        port.Tick();
        port.Tick();
        Assert.That((port.TryMoveRow(), port.TryMoveRow()), Is.EqualTo((true, false)));
    }
}
