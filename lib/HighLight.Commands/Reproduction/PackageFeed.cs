using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using HighLight.Commands.Processes;
using HighLight.Files;

namespace HighLight.Commands.Reproduction;

/// <summary>Fills the local feed with the packages of the libraries as they are now.</summary>
/// <param name="dotnet">The <c>dotnet</c> executable.</param>
/// <param name="root">The repository.</param>
internal sealed class PackageFeed(string dotnet, RepositoryRoot root)
{
    /// <summary>
    /// Builds and packs <paramref name="projects"/> in Release. All in one build, so that what they share is built once; a project in which
    /// nothing changed is not built again.
    /// </summary>
    /// <param name="projects">Must be members of the solution.</param>
    /// <param name="termination">The user's wish to stop.</param>
    /// <returns>Null when all went well; else everything the build said.</returns>
    public async Task<string?> PackAsync(ImmutableArray<PackableProject> projects, Termination termination)
    {
        // A solution filter names a part of a solution; it is the one way to pack several projects, and only those, at once.
        // It lies in the repository, where git ignores it and the next run replaces it: a run that is killed leaves nothing elsewhere.
        try
        {
            Directory.CreateDirectory(root.Artifacts);
            var filter = Path.Combine(root.Artifacts, "packages.slnf");
            AtomicFile.Write(filter, JsonSerializer.SerializeToUtf8Bytes(SolutionFilter(projects)), durable: false);
            using var said = new StringWriter();
            var pack = new ChildProcess(dotnet, ["pack", filter, "-c", "Release", "--nologo", "-v:minimal", "-tl:off"]) { WorkingDirectory = root.Folder };
            var exitCode = await pack.RunAsync(output => CopyAsync(output, said), error => CopyAsync(error, said), termination);
            return exitCode == 0 ? null : said.ToString().TrimEnd();
        }
        catch (Win32Exception exception)
        {
            return $"{dotnet} cannot be started: {exception.Message}. Packing needs the .NET SDK.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>The libraries of which the feed of <paramref name="root"/> holds no package at all.</summary>
    public static IEnumerable<PackableProject> Missing(RepositoryRoot root, ImmutableArray<PackableProject> projects) =>
        projects.Where(project => !project.IsTool && !Holds(root.Feed, project.PackageId));

    // After the id comes the version, so a digit; else it is a package whose id begins like this one.
    private static bool Holds(string feed, string id) => Directory.Exists(feed)
        && Directory.EnumerateFiles(feed, id + ".*.nupkg").Any(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]));

    private static async Task CopyAsync(Stream stream, StringWriter said)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (said)
            {
                said.WriteLine(line);
            }
        }
    }

    private object SolutionFilter(ImmutableArray<PackableProject> projects) => new
    {
        solution = new
        {
            path = root.Solution,
            projects = projects.Select(project => Path.GetRelativePath(root.Folder, project.File)).ToArray(),
        },
    };
}
