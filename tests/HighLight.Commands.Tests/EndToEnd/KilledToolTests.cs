using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.EndToEnd;

/// <summary>
/// The built tool with its real hosts, killed at a random moment: every file is whole, and what cells started ends. The environment
/// variable <c>HIGHLIGHT_TEST_KILLS</c> sets the number of runs of the long form.
/// </summary>
[TestFixture]
[Platform("Linux")]
public sealed class KilledToolTests
{
    private const int Cells = 30;

    private static int? LongForm =>
        int.TryParse(Environment.GetEnvironmentVariable("HIGHLIGHT_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? runs : null;

    private static int Runs => LongForm ?? 4;

    // The long form runs alone and holds the promise of five seconds; beside the other tests a host may take that long to start.
    private static TimeSpan Latest => TimeSpan.FromSeconds(LongForm is null ? 60 : 5);

    [Test]
    public async Task Kill_AtARandomMoment_LeavesWholeFilesAndNoProcess()
    {
        var random = new Random(20261130);
        for (var run = 0; run < Runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("highlight-kill-");
            try
            {
                // The first run is killed once a cell has started a process, the others at any moment up to some after the notebook's end.
                TimeSpan? delay = run == 0 ? null : TimeSpan.FromSeconds(0.3 + (random.NextDouble() * 6.5));
                await KillAsync(folder.FullName, inPlace: run % 2 == 0, delay);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task KillAsync(string folder, bool inPlace, TimeSpan? delay)
    {
        var input = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
        var output = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
        Write(Path.Combine(input, "n.ipynb"), folder);
        string[] where = inPlace ? ["--in-place"] : ["--output", output];
        var start = new ProcessStartInfo("dotnet", [Repository.Tool, "run", input, .. where, "--html", output])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var tool = Process.Start(start)!;
        if (delay is { } time)
        {
            await Task.Delay(time);
        }
        else
        {
            while (!File.Exists(Path.Combine(folder, "started")) && !tool.HasExited)
            {
                await Task.Delay(20);
            }

            Assert.That(Inside(folder), Is.Not.Empty, "the search for processes finds those that live");
        }

        // The tool alone, not its children.
        tool.Kill(entireProcessTree: false);
        await tool.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Latest);
        while (Inside(folder).Any() && !limit.IsCancellationRequested)
        {
            await Task.Delay(50);
        }

        Assert.That(Inside(folder), Is.Empty, $"processes that outlive the tool killed after {delay}");
        foreach (var file in Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories))
        {
            Assert.That(JsonNode.Parse(await File.ReadAllTextAsync(file))!["cells"]!.AsArray(), Has.Count.EqualTo(Cells + 1), file);
        }

        foreach (var file in Directory.EnumerateFiles(output, "*.html"))
        {
            Assert.That((await File.ReadAllTextAsync(file)).TrimEnd(), Does.EndWith("</html>"), file);
        }
    }

    // Processes that work in the folder: the host, and all that the first cell starts.
    private static IEnumerable<string> Inside(string folder) => Directory.EnumerateDirectories("/proc")
        .Where(process => Path.GetFileName(process).All(char.IsAsciiDigit))
        .Where(process => WorkingFolder(process).StartsWith(folder, StringComparison.Ordinal) && ProcessState.Lives(Path.GetFileName(process)))
        .Select(process => $"{Path.GetFileName(process)} {CommandLine(process)}");

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string WorkingFolder(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Write(string file, string folder)
    {
        string[] cells =
        [
            $"System.Diagnostics.Process.Start(\"sh\", new[] {{ \"-c\", \": > '{folder}/started'; sleep 300; sleep 300\" }});",
            .. Enumerable.Range(0, Cells).Select(i => $"Console.WriteLine(new string('{(char)('a' + (i % 26))}', 20000)); System.Threading.Thread.Sleep(20);"),
        ];
        var document = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(source => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = source,
            })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
        File.WriteAllText(file, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
