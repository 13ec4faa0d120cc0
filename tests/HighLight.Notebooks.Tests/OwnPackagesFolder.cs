namespace HighLight.Notebooks.Tests;

/// <summary>
/// NUGET_PACKAGES outranks every nuget.config: the tests' packages would go to the folder that it names, meet each other there and stay.
/// </summary>
[SetUpFixture]
internal sealed class OwnPackagesFolder
{
    [OneTimeSetUp]
    public void ForgetTheUsers() => Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
}
