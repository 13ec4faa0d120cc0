using System.Text.Json;

namespace HighLight.Commands.Tests.Support;

/// <summary>Stands for <c>dotnet pack x.slnf</c>: writes an empty package for each project, or fails if the feed says so.</summary>
internal static class FakePack
{
    public static int Run(string[] arguments)
    {
        using var filter = JsonDocument.Parse(File.ReadAllBytes(arguments[0]));
        var solution = filter.RootElement.GetProperty("solution");
        var root = Path.GetDirectoryName(solution.GetProperty("path").GetString())!;
        if (File.Exists(Path.Combine(root, "fail-pack")))
        {
            Console.Out.WriteLine("Lib.cs(1,1): error CS1002: ; expected");
            return 1;
        }

        foreach (var project in solution.GetProperty("projects").EnumerateArray())
        {
            File.WriteAllText(Path.Combine(root, "nuget", Path.GetFileNameWithoutExtension(project.GetString()) + ".1.0.0.nupkg"), "");
        }

        Console.Out.WriteLine("said only on failure");
        return 0;
    }
}
