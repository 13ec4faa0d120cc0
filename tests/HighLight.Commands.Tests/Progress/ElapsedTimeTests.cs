using HighLight.Commands.Progress;

namespace HighLight.Commands.Tests.Progress;

public sealed class ElapsedTimeTests
{
    [TestCase(0, "0.0 s")]
    [TestCase(4.24, "4.2 s")]
    [TestCase(59.94, "59.9 s")]
    [TestCase(59.95, "1 min 00 s")]
    [TestCase(187.4, "3 min 07 s")]
    [TestCase(7200, "120 min 00 s")]
    public void Format_Duration_IsReadable(double seconds, string expected) => Assert.That(ElapsedTime.Format(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));
}
