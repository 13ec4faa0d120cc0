using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using HighLight.Commands.Processes;

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
        var folder = Directory.CreateTempSubdirectory("highlight-pack-");
        var filter = Path.Combine(folder.FullName, "packages.slnf");
        await File.WriteAllTextAsync(filter, SolutionFilter(projects), CancellationToken.None);
        try
        {
            using var said = new StringWriter();
            var pack = new ChildProcess(dotnet, ["pack", filter, "-c", "Release", "--nologo", "-v:minimal", "-tl:off"]) { WorkingDirectory = root.Folder };
            var exitCode = await pack.RunAsync(output => CopyAsync(output, said), error => CopyAsync(error, said), termination);
            return exitCode == 0 ? null : said.ToString().TrimEnd();
        }
        catch (Win32Exception exception)
        {
            return $"{dotnet} cannot be started: {exception.Message}. Packing needs the .NET SDK.";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The projects of which the feed of <paramref name="root"/> holds no package at all.</summary>
    public static IEnumerable<PackableProject> Missing(RepositoryRoot root, ImmutableArray<PackableProject> projects) => projects.Where(project =>
        !Directory.Exists(root.Feed)
        || !Directory.EnumerateFiles(root.Feed, project.PackageId + ".*.nupkg").Any(file => char.IsAsciiDigit(Path.GetFileName(file)[project.PackageId.Length + 1])));

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

    private string SolutionFilter(ImmutableArray<PackableProject> projects) => JsonSerializer.Serialize(new
    {
        solution = new
        {
            path = root.Solution,
            projects = projects.Select(project => Path.GetRelativePath(root.Folder, project.File)).ToArray(),
        },
    });
}
