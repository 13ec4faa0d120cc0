using System.Text;
using HighLight.Files;

namespace HighLight.Experiments.Storage;

/// <summary>Writes files whole or not at all: to a temporary name beside the target, then renamed over it.</summary>
internal static class AtomicFile
{
    /// <summary>Lets <paramref name="write"/> fill a temporary file, which then replaces <paramref name="path"/>; folders are created.</summary>
    public static void Write(string path, Action<string> write)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string temporary;
        using (var stream = TemporaryFile.Create(target))
        {
            temporary = stream.Name;
        }

        try
        {
            write(temporary);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary); // does nothing once it is renamed
        }
    }

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) =>
        Write(path, temporary => File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
}
