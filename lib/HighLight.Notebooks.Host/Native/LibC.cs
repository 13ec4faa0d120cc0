using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace HighLight.Notebooks.Host.Native;

/// <summary>The functions of the C library that .NET does not offer. Unix only.</summary>
internal static class LibC
{
    public const int StandardInput = 0;
    public const int StandardOutput = 1;
    public const int StandardError = 2;
    public const short Readable = 1;
    public const short Writable = 4;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    private const string Library = "libc";

    /// <summary>dup2: makes a descriptor another name of an open one; child processes inherit it.</summary>
    [DllImport(Library, EntryPoint = "dup2", ExactSpelling = true, SetLastError = true)]
    public static extern int Duplicate(int descriptor, int name);

    /// <summary>A copy of a descriptor that child processes do not inherit (F_DUPFD_CLOEXEC); -1 if that fails.</summary>
    public static int DuplicatePrivately(int descriptor)
    {
        const int Lowest = 3;
        return OperatingSystem.IsLinux() ? Control(descriptor, 1030, Lowest)
            : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? ControlByStack(descriptor, 67, 0, 0, 0, 0, 0, 0, Lowest)
            : Control(descriptor, 67, Lowest);
    }

    /// <summary>poll: waits until one of the descriptors is ready, or for a number of milliseconds, -1 for ever.</summary>
    [DllImport(Library, EntryPoint = "poll", ExactSpelling = true)]
    public static extern int Poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    /// <summary>
    /// poll that does not wait: the milliseconds are 0. It is called at each write of a cell, so the garbage collector is not told of it.
    /// </summary>
    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "poll", ExactSpelling = true)]
    public static extern int PollNow(ref PollDescriptor descriptors, nuint count, int milliseconds);

    /// <summary>read.</summary>
    [DllImport(Library, EntryPoint = "read", ExactSpelling = true)]
    public static extern nint Read(int descriptor, [Out] byte[] buffer, nint count);

    /// <summary>kill: sends a signal to a process, or to a process group if the number is negative.</summary>
    [DllImport(Library, EntryPoint = "kill", ExactSpelling = true)]
    public static extern int Kill(int process, int signal);

    /// <summary>setpgid(0, 0): makes this process the leader of a process group of its own.</summary>
    [DllImport(Library, EntryPoint = "setpgid", ExactSpelling = true)]
    public static extern int SetProcessGroup(int process, int group);

    /// <summary>setvbuf: sets how a stream of the C library is buffered.</summary>
    [DllImport(Library, EntryPoint = "setvbuf", ExactSpelling = true)]
    public static extern int SetBuffer(nint stream, nint buffer, int mode, nuint size);

    /// <summary>_exit: ends the process at once, without handlers.</summary>
    [DllImport(Library, EntryPoint = "_exit", ExactSpelling = true)]
    public static extern void ExitNow(int code);

    /// <summary>alarm: the kernel ends the process after so many seconds, whatever state it is in.</summary>
    [DllImport(Library, EntryPoint = "alarm", ExactSpelling = true)]
    public static extern uint Alarm(uint seconds);

    /// <summary>prctl. Linux only.</summary>
    [DllImport(Library, EntryPoint = "prctl", ExactSpelling = true)]
    public static extern int ProcessControl(int option, nuint argument, nuint unused2, nuint unused3, nuint unused4);

    /// <summary>fcntl. Not on Apple's ARM, where arguments of functions with a variable number of them are passed in another way.</summary>
    [DllImport(Library, EntryPoint = "fcntl", ExactSpelling = true)]
    public static extern int Control(int descriptor, int command, int argument);

    /// <summary>write.</summary>
    [DllImport(Library, EntryPoint = "write", ExactSpelling = true, SetLastError = true)]
    public static extern nint Write(int descriptor, ref byte buffer, nint count);

    /// <summary>How many bytes can be read from a descriptor without waiting. Linux only.</summary>
    public static int Available(int descriptor)
    {
        const nuint BytesToRead = 0x541B; // FIONREAD
        return Control(descriptor, BytesToRead, out int count) == 0 ? count : 0;
    }

    /// <summary>posix_spawn, with the descriptors that are open for children.</summary>
    [DllImport(
        Library,
        EntryPoint = "posix_spawn", ExactSpelling = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    public static extern int Spawn(out int process, string path, nint actions, nint attributes, string?[] arguments, string?[] environment);

    // fcntl where arguments beyond the declared ones are passed on the stack, which begins after eight registers.
    [DllImport(Library, EntryPoint = "fcntl", ExactSpelling = true)]
    private static extern int ControlByStack(
        int descriptor, int command, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint argument);

    // ioctl, which has a variable number of arguments: this form is right on Linux only.
    [DllImport(Library, EntryPoint = "ioctl", ExactSpelling = true)]
    private static extern int Control(int descriptor, nuint request, out int count);
}
