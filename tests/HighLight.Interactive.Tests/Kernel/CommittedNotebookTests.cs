namespace HighLight.Interactive.Tests.Kernel;

/// <summary>The committed notebooks in the kernel of .NET Interactive: no cell fails, and every output is the committed one.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class CommittedNotebookTests
{
    /// <summary>Set to 1 for all notebooks, which take minutes.</summary>
    private const string AllNotebooks = "HIGHLIGHT_TEST_ALL_NOTEBOOKS";

    private static readonly string[] Short = ["02-sparsity-degrees.ipynb", "10-dual-structured.ipynb"];

    private static IEnumerable<string> Notebooks => Environment.GetEnvironmentVariable(AllNotebooks) == "1" ? Repository.Notebooks : Short;

    [TestCaseSource(nameof(Notebooks))]
    public async Task Notebook_InTheKernel_GivesTheCommittedOutputs(string notebook)
    {
        var (run, output) = await KernelSetup.Workspace.RunAsync(notebook);
        Assert.That(run.Text.Trim(), Does.EndWith("0 failed cells"), run.Text);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(NotebookOutputs.Differences(Path.Combine(Repository.Root, "notebooks", notebook), output), Is.Empty);
    }
}
