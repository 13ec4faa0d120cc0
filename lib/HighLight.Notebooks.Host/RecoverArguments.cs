namespace HighLight.Notebooks.Host;

/// <summary><c>recover NOTEBOOK [options]</c>.</summary>
/// <param name="Run">The options of the run whose process died, with its journal.</param>
internal sealed record RecoverArguments(RunArguments Run) : HostArguments
{
    public const string Usage = "HighLight.Notebooks.Host recover NOTEBOOK --journal FILE [the options of the run]";

    /// <exception cref="HostUsageException">The arguments are not understood.</exception>
    public static RecoverArguments Parse(ArgumentReader reader)
    {
        var run = RunArguments.Parse(reader);
        return run.Journal is null ? throw reader.Refusal("'recover' needs '--journal FILE'.") : new RecoverArguments(run);
    }
}
