using HighLight.Architecture;
using HighLight.Commands.Context;

namespace HighLight.Commands.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Commands: exactly these, and no circle.</summary>
public class LayeringTests
{
    private static readonly string[] s_allowed =
    [
        ". -> Arguments, Batches, Completion, Context, Conversion, Designs, Evaluations, Formatting, Hosting, Models, "
            + "NetworkEvaluations, Notebooks, Parameters, Patterns, Progress, Reports, Reproduction, Simulations",
        "Batches -> Context, Hosting, Notebooks, Processes, Progress",
        "Completion -> Arguments",
        "Context -> Arguments, Formatting, Hosting, Processes",
        "Conversion -> Context, Files, Formatting, Hosting, Notebooks, Processes, Progress, Protocol",
        "Designs -> Evaluations, Formatting",
        "Evaluations -> Arguments, Formatting, Patterns",
        "Files -> HighLight.Files",
        "Formatting -> Arguments",
        "Hosting -> Notebooks, Parameters, Processes, Protocol",
        "Models -> Arguments, Files, Formatting, HighLight.Files, Patterns",
        "NetworkEvaluations -> Arguments, Evaluations, Formatting, Models",
        "Notebooks -> Arguments, Files, HighLight.Files, Parameters",
        "Parameters -> Arguments",
        "Patterns -> Formatting",
        "Progress -> Formatting, Hosting, Notebooks, Protocol",
        "Reports -> Arguments, Files, Formatting, HighLight.Files, Hosting, Notebooks, Protocol",
        "Reproduction -> Batches, Context, Formatting, HighLight.Files, Hosting, Notebooks, Processes, Progress",
        "Simulations -> Arguments, Evaluations, Formatting",
    ];

    private static readonly string[] s_arrows = FolderArrows.Of(typeof(CommandContext).Assembly.Location, "HighLight.Commands");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);
}
