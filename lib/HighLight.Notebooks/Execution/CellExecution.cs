using System.Diagnostics;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Formatting;
using HighLight.Notebooks.Html;
using HighLight.Notebooks.Packages;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace HighLight.Notebooks.Execution;

/// <summary>Executes cells: their packages first, then their parts in order.</summary>
/// <param name="folder">The notebook's folder, full path.</param>
/// <param name="formatters">The formatters of the session.</param>
/// <param name="hooks">What connects the session to its process.</param>
internal sealed class CellExecution(string folder, FormatterRegistry formatters, SessionHooks hooks) : IDisposable
{
    private readonly SessionPackages _packages = new(folder, hooks.Report);
    private readonly SessionExtensions _extensions = new(formatters, hooks.Report);
    private readonly ScriptSession _script = new(folder);

    /// <summary>Runs a cell.</summary>
    /// <returns>Why it failed; null if it did not.</returns>
    /// <exception cref="OperationCanceledException">A restore was cancelled.</exception>
    public async Task<CellError?> RunAsync(
        string code, string name, int executionCount, OutputCollector collector, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        CellDirectives? directives = null;
        try
        {
            directives = CellDirectiveParser.Parse(code);
            await AddPackagesAsync(directives, cancellation);
            foreach (var directive in directives.Sections.OfType<DirectiveSection>())
            {
                _ = _extensions.Directives.Find(directive); // refused before anything has run
            }

            foreach (var section in directives.Sections)
            {
                if (await RunAsync(section, name, executionCount, collector, cancellation) is { } error)
                {
                    return error;
                }
            }

            if (directives.IsTimed)
            {
                ShowTime(watch.Elapsed, collector);
            }

            return null;
        }
        catch (CompilationErrorException exception)
        {
            return CompilationErrors.Describe(exception.Diagnostics, name);
        }
        catch (DirectiveException exception)
        {
            return CellError.OfDirective(exception.Message, exception.Line);
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

    /// <summary>Runs a cell of a session of its own, which compiles, runs and shows something.</summary>
    public async Task WarmUpAsync()
    {
        const string Code = "var warm = new[] { 1 }.Select(item => $\"{item}\"); string.Concat(warm)";
        var (value, _) = await new ScriptSession(folder).RunAsync(CellDirectiveParser.Parse("#pragma warning disable\n" + Code).Code, "start");
        _ = formatters.Format(value, []);
    }

    public void Dispose() => _packages.Dispose();

    private Task<CellError?> RunAsync(
        CellSection section, string name, int executionCount, OutputCollector collector, CancellationToken cancellation)
    {
        switch (section)
        {
            case CodeSection code:
                return RunAsync(code, name, executionCount, collector);
            case DirectiveSection directive:
                return RunAsync(directive, collector, cancellation);
            case MarkdownSection markdown:
                // As HTML, which is what .NET Interactive shows.
                collector.Add(Display(MimeBundle.OfText((MimeTypes.Html, MarkdownHtml.Render(markdown.Text, [])))));
                break;
        }

        return Task.FromResult<CellError?>(null);
    }

    private async Task<CellError?> RunAsync(CodeSection section, string name, int executionCount, OutputCollector collector)
    {
        var (value, thrown) = await _script.RunAsync(section.Code, name);
        if (thrown is not null)
        {
            return ExceptionErrors.Describe(thrown, name);
        }

        // What a handle stands for is shown already.
        if (value is not null and not DisplayedValue)
        {
            collector.Add(new ExecuteResultOutput(executionCount, formatters.Format(value, []), JsonValues.EmptyObject, []));
        }

        return null;
    }

    private async Task<CellError?> RunAsync(DirectiveSection section, OutputCollector collector, CancellationToken cancellation)
    {
        try
        {
            await _extensions.Directives.Find(section).InvokeAsync(
                section.Arguments, shown => collector.Add(
                    Display(MimeBundle.OfText(shown.Select(entry => (entry.Key, entry.Value))))), cancellation);
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var error = CellError.OfDirective(exception.Message, section.Line);
            return exception.GetType() == typeof(Exception) ? error : error with { Name = exception.GetType().FullName! };
        }
    }

    private async Task AddPackagesAsync(CellDirectives directives, CancellationToken cancellation)
    {
        if (directives.Packages.IsEmpty && directives.Sources.IsEmpty)
        {
            return;
        }

        hooks.Restoring(true);
        AddedPackages added;
        try
        {
            added = await _packages.AddAsync(directives, cancellation);
        }
        finally
        {
            hooks.Restoring(false);
        }

        _script.AddReferences(added.References);
        foreach (var package in added.Packages)
        {
            await _extensions.AddAsync(package, _script);
        }
    }

    // The notebook must be the same after every run: the time itself is for the log.
    private void ShowTime(TimeSpan elapsed, OutputCollector collector)
    {
        collector.Add(Display(MimeBundle.OfText((MimeTypes.PlainText, "Wall time: see the log of the run"))));
        hooks.Listener?.Text("display", Invariant($"Wall time: {elapsed.TotalMilliseconds}ms\n"));
    }

    private static DisplayDataOutput Display(MimeBundle bundle) => new(bundle, JsonValues.EmptyObject, []);
}
