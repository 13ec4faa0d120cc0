using HighLight.Notebooks.Execution.Journal;

namespace HighLight.Notebooks.Execution;

/// <summary>What connects a session to the process it runs in.</summary>
public sealed record SessionHooks
{
    /// <summary>
    /// Takes what people should know but the notebook should not show: warnings of NuGet, failures of package extensions.
    /// </summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>Where text that bypasses Console is found; null if it is not collected.</summary>
    public IForeignOutput? ForeignOutput { get; init; }

    /// <summary>Follows what cells show; null if nobody does.</summary>
    public IOutputListener? Listener { get; init; }

    /// <summary>Keeps what cells show should the process die; null if nothing is kept.</summary>
    public RunJournal? Journal { get; init; }

    /// <summary>Told true when a restore of packages begins and false when it has ended.</summary>
    public Action<bool> Restoring { get; init; } = _ => { };
}
