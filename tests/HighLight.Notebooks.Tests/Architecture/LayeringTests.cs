using HighLight.Architecture;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Tests.Host;

namespace HighLight.Notebooks.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Notebooks: exactly these, and no further circle.</summary>
public class LayeringTests
{
    private static readonly string[] s_allowed =
    [
        "Directives -> Formatting, Packages",
        "Documents -> Documents.Dib, HighLight.Files",
        "Documents.Dib -> Documents",
        "Execution -> Directives, Documents, Execution.Journal, Formatting, Html, Packages",
        "Execution.Journal -> Documents, Execution",
        "Formatting -> Documents",
        "Html -> Documents, Execution, Html.Terminal",
        "Packages -> HighLight.Files",
        "Parameters -> Documents, Execution, HighLight, Parameters.Types",
        "Parameters.Types -> Documents",
    ];

    /// <summary>The circles that stand: to be untied. None may join them.</summary>
    private static readonly string[] s_circles = ["Documents, Documents.Dib", "Execution, Execution.Journal, Html"];

    private static readonly string[] s_allowedInHost = [". -> HighLight.Files, Native"];

    private static readonly string[] s_arrows = FolderArrows.Of(typeof(NotebookDocument).Assembly.Location, "HighLight.Notebooks");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoFurtherCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.EqualTo(s_circles));

    [Test]
    public void FoldersOfHost_UseExactlyTheListedOnes() => Assert.That(
        FolderArrows.Of(Path.Combine(HostProcess.OutputFolder, "HighLight.Notebooks.Host.dll"), "HighLight.Notebooks.Host"),
        Is.EqualTo(s_allowedInHost));
}
