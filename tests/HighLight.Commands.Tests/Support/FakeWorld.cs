using HighLight.Commands.Context;
using HighLight.Commands.Hosting;
using HighLight.Commands.Processes;
using HighLight.Notebooks.Packages;

namespace HighLight.Commands.Tests.Support;

/// <summary>The tool in a folder of its own, with <see cref="FakeHost"/> and <see cref="FakePack"/> as children and its output kept.</summary>
internal sealed class FakeWorld : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("highlight-cli-").FullName;

    public string Output => _output.ToString().ReplaceLineEndings("\n");

    public string Error => _error.ToString().ReplaceLineEndings("\n");

    public static string Assembly => typeof(FakeWorld).Assembly.Location;

    public static string Executable => Path.ChangeExtension(Assembly, OperatingSystem.IsWindows() ? ".exe" : null);

    public static HostProgram Host => new(DotNetMuxer.Find(), [Assembly, "host"]);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, params string[] lines)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>A notebook of one cell that passes.</summary>
    public string WritePassing(string name, params string[] extra) => Write(
        name,
        [
            """out {"event":"started","notebook":"x","cells":1}""",
            """out {"event":"cell-started","cell":1,"cells":1}""",
            .. extra,
            "write",
            """out {"event":"cell-finished","cell":1,"ok":true,"seconds":0.1}""",
            """out {"event":"finished","ok":true,"executed":1,"failed":0}""",
        ]);

    /// <summary>A notebook of three cells whose second fails.</summary>
    public string WriteFailing(string name, int exitCode = 1) => Write(
        name,
        """out {"event":"started","notebook":"x","cells":3}""",
        """out {"event":"cell-finished","cell":1,"ok":true,"seconds":0.1}""",
        """out {"event":"error","cell":2,"line":4,"name":"System.InvalidOperationException","message":"no such pattern"}""",
        """out {"event":"cell-finished","cell":2,"ok":false,"seconds":0.1}""",
        """out {"event":"finished","ok":false,"executed":2,"failed":1}""",
        FormattableString.Invariant($"exit {exitCode}"));

    public Task<int> RunAsync(params string[] arguments) => HighLightCommandLine.RunAsync(arguments, CreateContext());

    public CommandContext CreateContext() => new()
    {
        Output = _output,
        Error = _error,
        CurrentDirectory = Folder,
        ToolDirectory = Folder,
        DotNet = Executable,
        Host = Host,
    };

    /// <summary>The tool as this process, with real signals.</summary>
    public static async Task<int> RunToolAsync(string[] arguments)
    {
        using var signals = new TerminationSignals(TimeProvider.System);
        return await HighLightCommandLine.RunAsync(arguments, new CommandContext
        {
            Output = Console.Out,
            Error = Console.Error,
            CurrentDirectory = Environment.CurrentDirectory,
            ToolDirectory = AppContext.BaseDirectory,
            DotNet = Executable,
            Host = Host,
            Termination = signals.Termination,
        });
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }
}
