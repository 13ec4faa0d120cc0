using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Formatting;
using HighLight.Notebooks.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// A C# session in which cells run one after another, each seeing what those before it declared. It redirects the console of the process while it lives,
/// and what it loads stays loaded: use one process a notebook.
/// </summary>
public sealed class NotebookSession : IDisposable
{
    private readonly SessionPackages _packages;
    private readonly FormatterRegistry _formatters = new();
    private readonly CellContext _context;
    private readonly ConsoleCapture _console;
    private readonly Action<string> _report;
    private volatile OutputCollector? _collector;
    private ScriptOptions _options;
    private ScriptState<object>? _state;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The notebook's folder: relative paths of <c>#r</c> and <c>#load</c> and the search for nuget.config start here.</param>
    /// <param name="report">Takes what people should know but the notebook should not show: warnings of NuGet, failures of package extensions.</param>
    public NotebookSession(string folder, Action<string>? report = null)
    {
        _report = report ?? (_ => { });
        _packages = new SessionPackages(Path.GetFullPath(folder), _report);
        _options = CellOptions.Create(folder);
        _context = new CellContext(_formatters, bundle => _collector?.Add(new DisplayDataOutput(bundle, JsonValues.EmptyObject, [])));
        _console = new ConsoleCapture(() => _collector);
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="name">The name of the cell in tracebacks, such as "cell 3".</param>
    /// <param name="executionCount">The count for the result, from 1.</param>
    /// <param name="cancellation">Cancels a restore; running code is not interrupted.</param>
    /// <returns>The outputs and the error, if any. A failing cell keeps the variables it has assigned.</returns>
    /// <exception cref="OperationCanceledException">A restore was cancelled.</exception>
    public async Task<CellRun> RunAsync(string code, string name, int executionCount, CancellationToken cancellation = default)
    {
        var collector = new OutputCollector();
        _collector = collector;
        CellContext.Current = _context;
        CellError? error;
        try
        {
            error = await RunAsync(code, name, executionCount, collector, cancellation);
        }
        finally
        {
            CellContext.Current = null;
            _collector = null;
        }

        if (error is not null)
        {
            collector.Add(error.ToOutput());
        }

        return new CellRun(collector.Close(), error);
    }

    /// <summary>Gives the console back.</summary>
    public void Dispose()
    {
        _console.Dispose();
        _packages.Dispose();
    }

    private async Task<CellError?> RunAsync(string code, string name, int executionCount, OutputCollector collector, CancellationToken cancellation)
    {
        CellDirectives? directives = null;
        try
        {
            directives = CellDirectiveParser.Parse(code);
            await AddPackagesAsync(directives, cancellation);
            await ContinueAsync(directives.Code, name);
            if (_state!.Exception is { } thrown)
            {
                return ExceptionErrors.Describe(thrown, name);
            }

            if (_state.ReturnValue is { } value)
            {
                collector.Add(new ExecuteResultOutput(executionCount, _formatters.Format(value, []), JsonValues.EmptyObject, []));
            }

            return null;
        }
        catch (CompilationErrorException exception)
        {
            return CompilationErrors.Describe(exception.Diagnostics, name);
        }
        catch (DirectiveException exception)
        {
            return new CellError("DirectiveError", exception.Message, exception.Line, [Invariant($"line {exception.Line}: {exception.Message}")]);
        }
        catch (PackageRestoreException exception)
        {
            return new CellError("PackageRestoreError", exception.Message, directives?.Line, [.. exception.Message.Split('\n')]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return ExceptionErrors.Describe(exception, name);
        }
    }

    private async Task AddPackagesAsync(CellDirectives directives, CancellationToken cancellation)
    {
        var added = await _packages.AddAsync(directives, cancellation);
        _options = _options.AddReferences(added.References.Select(file => MetadataReference.CreateFromFile(file)));
        foreach (var package in added.Packages)
        {
            if (ExtensionScript.Find(package) is { Length: > 0 } script)
            {
                await RunExtensionAsync(package, script);
            }
        }
    }

    // Silent in the notebook as in .NET Interactive, where most extensions need more of the kernel than a script can rely on.
    private async Task RunExtensionAsync(ResolvedPackage package, string script)
    {
        var before = _state;
        try
        {
            await ContinueAsync(script, $"{package.Id} extension.dib");
            if (_state!.Exception is not { } thrown)
            {
                return;
            }

            _report($"The extension of {package.Id} {package.Version} failed: {thrown.GetType().Name}: {thrown.Message}");
        }
        catch (CompilationErrorException exception)
        {
            _report($"The extension of {package.Id} {package.Version} does not compile: {exception.Message}");
        }

        _state = before;
    }

    private async Task ContinueAsync(string code, string name)
    {
        var options = _options.WithFilePath(name);
        _state = _state is null
            ? await CSharpScript.Create<object>(code, options).RunAsync(globals: null, _ => true)
            : await _state.ContinueWithAsync<object>(code, options, _ => true);
    }
}
