using HighLight.Commands.Context;


namespace HighLight.Commands.Tests.Context;

public sealed class InteractivityTests
{
    [TestCase(false, null, "xterm", true)]
    [TestCase(false, "", "xterm", true)]
    [TestCase(false, "false", "xterm", true)]
    [TestCase(false, "0", "xterm", true)]
    [TestCase(false, "true", "xterm", false)]
    [TestCase(false, "1", "xterm", false)]
    [TestCase(true, null, "xterm", false)]
    [TestCase(false, null, "dumb", false)]
    [TestCase(false, null, null, true)]
    public void Decide_Surroundings_TellWhetherAPersonWatches(bool redirected, string? ci, string? terminal, bool expected) =>
        Assert.That(Interactivity.Decide(redirected, ci, terminal), Is.EqualTo(expected));
}
