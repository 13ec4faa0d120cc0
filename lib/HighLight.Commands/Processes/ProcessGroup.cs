using System.Runtime.InteropServices;

namespace HighLight.Commands.Processes;

/// <summary>
/// The group of processes that a child leads once it has made itself its leader: whatever it started is ended together with it. Nothing
/// is done on Windows, or for a child that stays in the group of this process.
/// </summary>
internal sealed class ProcessGroup
{
    private const int SigKill = 9;

    private volatile int _leader;
    private volatile bool _exists;

    /// <summary>The child is this process.</summary>
    public void Follow(int processId) => _leader = processId;

    /// <summary>
    /// Looks whether the child leads a group by now. Must be called while it lives, because its number may belong to another process later.
    /// </summary>
    public void Look()
    {
        if (!_exists && _leader > 1 && !OperatingSystem.IsWindows())
        {
            _exists = GetGroup(_leader) == _leader;
        }
    }

    /// <summary>
    /// Kills every member of the group that still lives. The number of a group is not given to another one while a member lives; after the
    /// last one nothing happens. A child that ended before it was looked at has left a group of its number only if it led one, unless that
    /// number is a process again.
    /// </summary>
    public void Kill()
    {
        if (_leader > 1 && !OperatingSystem.IsWindows() && GetGroup(0) != _leader && (_exists || Send(_leader, 0) != 0))
        {
            // A failure means that there is no member left.
            _ = Send(-_leader, SigKill);
        }
    }

    [DllImport("libc", EntryPoint = "getpgid", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetGroup(int processId);

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int processId, int signal);
}
