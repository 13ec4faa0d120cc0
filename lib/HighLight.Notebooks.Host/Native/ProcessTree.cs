using System.Globalization;

namespace HighLight.Notebooks.Host.Native;

/// <summary>
/// The processes that this one has started, directly and indirectly. On Linux orphans among them belong to it too. Unix only.
/// </summary>
internal static class ProcessTree
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Makes orphans of this process its own children (PR_SET_CHILD_SUBREAPER) rather than those of the system's first process.
    /// </summary>
    public static void AdoptOrphans()
    {
        const int SetChildSubreaper = 36;
        if (OperatingSystem.IsLinux())
        {
            _ = LibC.ProcessControl(SetChildSubreaper, 1, 0, 0, 0);
        }
    }

    /// <summary>
    /// Ends them all: first politely, after half a second by force. Where the system does not list them (macOS), its process group is asked
    /// to end.
    /// </summary>
    /// <param name="except">A process to spare, with what it has started.</param>
    /// <param name="ownGroup">Whether this process leads a process group of its own.</param>
    public static void Kill(int? except, bool ownGroup)
    {
        if (!OperatingSystem.IsLinux())
        {
            _ = ownGroup && OperatingSystem.IsMacOS() ? LibC.Kill(-Environment.ProcessId, LibC.SigTerm) : 0;
            return;
        }

        long start = Environment.TickCount64;
        int signal = LibC.SigTerm;
        for (var living = Living(except); living.Count > 0 && Since(start) < Limit; living = Living(except))
        {
            foreach (int process in living)
            {
                _ = LibC.Kill(process, signal);
            }

            // A process may start another one while it is being killed.
            while (living.Exists(IsAlive) && Since(start) < (signal == LibC.SigTerm ? Grace : Limit))
            {
                Thread.Sleep(Pause);
            }

            signal = LibC.SigKill;
        }
    }

    private static TimeSpan Since(long start) => TimeSpan.FromMilliseconds(Environment.TickCount64 - start);

    private static List<int> Living(int? except)
    {
        var living = new List<int>();
        try
        {
            // Plain loops: this is compiled anew in every process.
            var parents = Parents();
            living.Add(Environment.ProcessId);
            for (int i = 0; i < living.Count; i++)
            {
                foreach (var (process, parent) in parents)
                {
                    if (parent == living[i] && process != except)
                    {
                        living.Add(process);
                    }
                }
            }

            living.RemoveAt(0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No /proc: what the operating system does not tell cannot be ended.
        }

        return living;
    }

    private static List<(int Process, int Parent)> Parents()
    {
        var parents = new List<(int Process, int Parent)>();
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && Status(process) is { State: not ('Z' or 'X'), Parent: var parent })
            {
                parents.Add((process, parent));
            }
        }

        return parents;
    }

    private static bool IsAlive(int process) => Status(process) is { State: not ('Z' or 'X') };

    // "17 (any name) S 4 …": the name may hold spaces and brackets.
    private static (char State, int Parent)? Status(int process)
    {
        try
        {
            string text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ', 3);
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException
            or IndexOutOfRangeException)
        {
            return null; // it has ended meanwhile
        }
    }
}
