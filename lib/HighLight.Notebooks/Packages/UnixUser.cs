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
    private const uint Root = 0;

    /// <summary>Whether a file or folder belongs to this user; false also where that cannot be found out.</summary>
    public static bool Owns(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return MayChangeMode(path);
        }

        return Owner(path, NoFollow) == EffectiveUser();
    }

    /// <summary>
    /// Whether a file or folder, or what it links to, belongs to a user other than this one and root; false where that cannot be found out.
    /// </summary>
    public static bool IsOfAnother(string path) =>
        OperatingSystem.IsLinux() && (IsAnother(Owner(path, NoFollow)) || IsAnother(Owner(path, flags: 0)));

    private static bool IsAnother(uint? owner) => owner is { } user && user != Root && user != EffectiveUser();

    private static uint? Owner(string path, int flags)
    {
        byte[] answer = new byte[StatxSize];
        return Statx(CurrentFolder, path, flags, OwnerMask, answer) == 0 ? BitConverter.ToUInt32(answer, OwnerOffset) : null;
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
