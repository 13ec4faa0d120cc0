using HighLight.Architecture;
using HighLight.Experiments.Running;

namespace HighLight.Experiments.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Experiments.Running: exactly these, and no circle.</summary>
public class RunningLayeringTests
{
    private static readonly string[] s_allowed =
    [
        ". -> Validation, YourModel",
    ];

    private static readonly string[] s_arrows =
        FolderArrows.Of(typeof(RunningExperiments).Assembly.Location, "HighLight.Experiments.Running");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);
}
