namespace HighLight.Interactive.Tests.Kernel;

/// <summary>One workspace for all tests of this folder: packing costs more than a short notebook.</summary>
[SetUpFixture]
internal sealed class KernelSetup
{
    public static Workspace Workspace { get; private set; } = null!;

    [OneTimeSetUp]
    public static async Task CreateWorkspace() => Workspace = await Workspace.CreateAsync();

    [OneTimeTearDown]
    public static void RemoveWorkspace() => Workspace.Dispose();
}
