using System.Text;
using HighLight.Files;

namespace HighLight.Experiments.Storage;

/// <summary>Writes results whole or not at all; folders that are missing are created.</summary>
internal static class ResultFile
{
    /// <summary>Lets <paramref name="write"/> fill a file by its path.</summary>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void Write(string path, Action<string> write)
    {
        CreateFolder(path);
        AtomicFile.WriteByPath(path, write);
    }

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void WriteText(string path, string text)
    {
        CreateFolder(path);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
    }

    private static void CreateFolder(string path) => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
