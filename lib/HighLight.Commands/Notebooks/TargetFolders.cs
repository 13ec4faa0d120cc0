using System.Collections.Immutable;
using HighLight.Files;

namespace HighLight.Commands.Notebooks;

/// <summary>The folders that a batch writes to.</summary>
internal static class TargetFolders
{
    /// <summary>Makes them, and finds out before any notebook runs whether files can be written there.</summary>
    /// <param name="jobs">The batch.</param>
    /// <param name="others">Further files to be written, absolute.</param>
    /// <returns>What went wrong, a line each.</returns>
    public static IEnumerable<string> Prepare(ImmutableArray<NotebookJob> jobs, params IEnumerable<string> others) => jobs
        .SelectMany(job => new[] { job.Output, job.Html })
        .OfType<string>()
        .Concat(others)
        .Select(file => Path.GetDirectoryName(AtomicFile.Target(file))!)
        .Distinct(StringComparer.Ordinal)
        .Select(Problem)
        .OfType<string>();

    private static string? Problem(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The folder {folder} cannot be made: {exception.Message}";
        }

        try
        {
            using var probe = TemporaryFile.Create(Path.Combine(folder, ".highlight"));
            File.Delete(probe.Name);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"No file can be written to the folder {folder}: {exception.Message} Give a folder of yours, or change its permissions.";
        }
    }
}
