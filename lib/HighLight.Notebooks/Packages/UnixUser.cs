using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace HighLight.Notebooks.Packages;

/// <summary>The user that this process runs as.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixUser
{
    // statx is the one of its kind whose layout is the same on every processor: the owner is the sixth 32-bit word.
    private const int StatxSize = 256;
    private const int OwnerOffset = 20;
    private const uint OwnerMask = 0x8;
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;

    /// <summary>Whether a file or folder belongs to this user; false also where that cannot be found out.</summary>
    public static bool Owns(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return MayChangeMode(path);
        }

        byte[] answer = new byte[StatxSize];
        return Statx(CurrentFolder, path, NoFollow, OwnerMask, answer) == 0
            && BitConverter.ToUInt32(answer, OwnerOffset) == EffectiveUser();
    }

    // Only the owner may, and root, who therefore learns nothing from it.
    private static bool MayChangeMode(string path)
    {
        if (EffectiveUser() == 0)
        {
            return false;
        }

        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(
        int folder,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags,
        uint mask,
        [Out] byte[] answer);
}
