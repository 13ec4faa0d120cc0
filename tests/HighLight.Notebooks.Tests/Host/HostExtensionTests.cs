using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Tests.Packages;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>Packages that extend notebooks or clash with the engine, restored from a feed that the test writes.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class HostExtensionTests : IDisposable
{
    /// <summary>The part of .NET Interactive's libraries that extensions need, under their names.</summary>
    private const string Interactive = """
        using System; using System.Collections.Generic; using System.IO; using System.Threading.Tasks;
        namespace Microsoft.DotNet.Interactive
        {
            public delegate Task KernelPipelineContinuation(KernelCommand command, object context);
            public delegate Task KernelCommandPipelineMiddleware(KernelCommand command, object context, KernelPipelineContinuation next);
            public class KernelCommand { }
            public sealed class SubmitCode : KernelCommand { }
            public class Kernel(string name)
            {
                private static readonly System.Threading.AsyncLocal<Kernel> Current = new();
                private KernelCommandPipelineMiddleware middleware = (_, _, _) => throw new Exception("no C# here");
                public string Name => name;
                public static Kernel Root => Current.Value is null ? throw new NullReferenceException() : Current.Value;
                public static void display(object value) => throw new Exception("not the engine's");
                public void AddMiddleware(KernelCommandPipelineMiddleware added, string name) => middleware = added;
                public async Task<int> SendAsync(KernelCommand command, System.Threading.CancellationToken cancellation = default)
                {
                    Current.Value ??= this;
                    var output = Console.Out;
                    Console.SetOut(TextWriter.Null);
                    await middleware(command, null, (_, _) => throw new Exception("nobody answers"));
                    Console.SetOut(output);
                    return 1;
                }
            }
            public sealed class KeyValueStoreKernel(string name = "value", object client = null) : Kernel(name) { }
            public sealed class CompositeKernel(string name = null) : Kernel(name)
            {
                public List<Kernel> Kernels { get; } = [];
                public void Add(Kernel kernel, IEnumerable<string> aliases = null) => Kernels.Add(kernel);
            }
            public interface IKernelExtension { Task OnLoadAsync(Kernel kernel); }
        }
        namespace Microsoft.DotNet.Interactive.Commands { public sealed class RequestKernelInfo(string target = null) : KernelCommand { } }
        namespace Microsoft.DotNet.Interactive.Formatting
        {
            public sealed class FormatContext(TextWriter writer) : IDisposable
            {
                public TextWriter Writer => writer;
                public void Dispose() { }
            }
            public interface ITypeFormatter
            {
                string MimeType { get; }
                Type Type { get; }
                bool Format(object instance, FormatContext context);
            }
            public sealed class Anonymous(Type type, string mime, Func<object, string> text) : ITypeFormatter
            {
                public string MimeType => mime; public Type Type => type;
                public bool Format(object instance, FormatContext context) { context.Writer.Write(text(instance)); return true; }
            }
            public static class Formatter
            {
                private static readonly Stack<ITypeFormatter> All = new();
                public static void Register<T>(Func<T, string> text, string mime) =>
                    All.Push(new Anonymous(typeof(T), mime, value => text((T)value)));
                public static IEnumerable<ITypeFormatter> RegisteredFormatters(bool includeDefaults = true) => All;
            }
        }
        """;

    private const string Extension = """
        using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
        using Microsoft.DotNet.Interactive; using Microsoft.DotNet.Interactive.Formatting;
        [assembly: Charts.CellDirectiveSource(typeof(Charts.Directive))]
        namespace Charts;
        public sealed class Chart { public int Points => 3; }
        public sealed class KernelExtension : IKernelExtension
        {
            public async Task OnLoadAsync(Kernel kernel)
            {
                if (kernel is not CompositeKernel || kernel != Kernel.Root) throw new Exception("no kernel");
                Console.WriteLine("loading");
                await ((CompositeKernel)Kernel.Root).Kernels.Find(inner => inner.Name == "csharp").SendAsync(new SubmitCode());
                Formatter.Register<Chart>(chart => $"<b>{chart.Points}</b>", "text/html");
            }
        }
        [AttributeUsage(AttributeTargets.Assembly)]
        public sealed class CellDirectiveSourceAttribute(Type type) : Attribute { public Type DirectiveType => type; }
        public sealed class Directive
        {
            public string Name => "#!chart";
            public Task InvokeAsync(string arguments, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation)
            {
                show(new Dictionary<string, string> { ["text/plain"] = arguments });
                Console.WriteLine("from the directive");
                return arguments == "bad" ? throw new Exception("bad argument") : Task.CompletedTask;
            }
        }
        """;

    private readonly TinyFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Test]
    public async Task Run_PackagesOfInteractive_ExtendAndLeaveTheEnginesNames()
    {
        byte[] interactive = LocalFeed.Compile("Microsoft.DotNet.Interactive", Interactive);
        byte[] charts = LocalFeed.Compile("Charts", Extension, interactive);
        LocalFeed.Add(
            _feed.Scratch["feed"],
            "Microsoft.DotNet.Interactive", "1.0.0", [], ("lib/net10.0/Microsoft.DotNet.Interactive.dll", interactive));
        LocalFeed.Add(
            _feed.Scratch["feed"],
            "Charts", "1.0.0", ["Microsoft.DotNet.Interactive"], ("lib/net10.0/Charts.dll", charts), (
                "interactive-extensions/dotnet/Charts.dll", charts));
        byte[] missing = LocalFeed.Compile("Microsoft.DotNet.Interactive.Missing", "public interface IKernelExtension { }");
        byte[] lonely = LocalFeed.Compile("Lonely", "public sealed class Extension : IKernelExtension { }", missing);
        LocalFeed.Add(_feed.Scratch["feed"], "Lonely", "1.0.0", [], ("interactive-extensions/dotnet/Lonely.dll", lonely));
        var (host, outputs) = await RunAsync(
            "#r \"nuget: Lonely, 1.0.0\"\n#r \"nuget: Charts, 1.0.0\"\nConsole.WriteLine(\"before\");\n"
                + "#!chart in the same cell\nnew Charts.Chart()",
            "display(1);",
            "\n\n#!chart bad\n1",
            "#!nobody");
        Assert.That(host.Names, Has.No.Member("warning"));
        Assert.That(
            outputs[0],
            Is.EqualTo(new[] { "loading\nbefore\n", "text/plain=in the same cell", "from the directive\n", "text/html=<b>3</b>" }));
        Assert.That(outputs[1], Is.EqualTo(new[] { "text/plain=1" }));
        Assert.That(outputs[2][^1], Is.EqualTo("DirectiveError: bad argument"));
        var errors = host.Events.Where(item => item.GetProperty("event").ValueEquals("error")).ToArray();
        Assert.That(errors.Select(error => error.GetProperty("line").GetInt32()), Is.EqualTo(new[] { 3, 1 }));
        Assert.That(errors[1].GetProperty("message").GetString(), Does.Contain("'#!nobody' is not supported").And.Contain("(#!chart)"));
    }

    [Test]
    public async Task Run_PackageThatTheEngineUsesInAnotherVersion_IsLoadedBesideIt()
    {
        const string Newer = """
            [assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
            namespace Markdig { public static class Newer { public static int Version => 99; } }
            """;
        const string Older = """
            [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
            namespace Microsoft.CodeAnalysis { public static class Older { public static int Version => 1; } }
            """;
        LocalFeed.Add(_feed.Scratch["feed"], "Markdig", "99.0.0", Newer);
        LocalFeed.Add(_feed.Scratch["feed"], "Microsoft.CodeAnalysis", "1.0.0", Older);
        LocalFeed.Add(_feed.Scratch["feed"], "System.Text.Json", "99.0.0", Newer.Replace("Markdig", "Json", StringComparison.Ordinal));
        var (_, outputs) = await RunAsync(
            "#r \"nuget: Markdig, 99.0.0\"\nMarkdig.Newer.Version",
            "#!markdown\n*m*",
            "#r \"nuget: Microsoft.CodeAnalysis, 1.0.0\"\nMicrosoft.CodeAnalysis.Older.Version",
            "display(1);",
            "#r \"nuget: System.Text.Json, 99.0.0\"\nSystem.Text.Json.JsonSerializer.Serialize(1)",
            "missing",
            "2");
        Assert.That(outputs[0], Is.EqualTo(new[] { "text/plain=99" }));
        Assert.That(outputs[1], Is.EqualTo(new[] { "text/html=<p><em>m</em></p>\n" }));
        Assert.That(
            outputs[2].Single(), Does.StartWith("System.TypeLoadException"), "the engine's newer version is the one that is loaded");
        Assert.That(outputs[3], Is.EqualTo(new[] { "text/plain=1" }));
        Assert.That(outputs[4], Is.EqualTo(new[] { "text/plain=1" }));
        Assert.That(outputs[5].Single(), Does.StartWith("CompilationError: CS0103"));
        Assert.That(outputs[6], Is.EqualTo(new[] { "text/plain=2" }));
    }

    private async Task<(HostProcess Host, string[][] Outputs)> RunAsync(params string[] cells)
    {
        string file = _feed.Scratch.Write("n.ipynb", NotebookText.Of(cells));
        var host = await HostProcess.RunAsync(_feed.Scratch, "run", file, "--output", file, "--allow-errors");
        Assert.That(host.ExitCode, Is.Zero, host.Error + string.Join('\n', host.Events));
        return (host, [.. NotebookReader.ReadFile(file).Document.Cells.Cast<CodeCell>().Select(
            cell => cell.Outputs.Select(Text).ToArray())]);
    }

    private static string Text(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Text,
        ErrorOutput error => $"{error.Name}: {error.Message}",
        ExecuteResultOutput result => Text(result.Data),
        DisplayDataOutput display => Text(display.Data),
        _ => output.OutputType,
    };

    private static string Text(MimeBundle bundle) => string.Join('\n', bundle.Entries.Select(entry => $"{entry.MimeType}={entry.Text}"));
}
