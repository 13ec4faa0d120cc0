using System.Collections.Concurrent;
using System.Collections.Immutable;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution.Journal;
using HighLight.Notebooks.Formatting;
using HighLight.Notebooks.Surface;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// A C# session in which cells run one after another, each seeing what those before it declared. It redirects the console of the process
/// while it lives, and what it loads stays loaded: use one process a notebook.
/// </summary>
public sealed class NotebookSession : IDisposable
{
    private readonly SessionHooks _hooks;
    private readonly FormatterRegistry _formatters = new();
    private readonly CellContext _context;
    private readonly ConsoleCapture _console;
    private readonly CellExecution _execution;
    private readonly Lazy<MachinePaths> _paths;
    private readonly ConcurrentDictionary<int, OutputCollector> _collectors = new();
    private volatile OutputCollector? _collector;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">
    /// The notebook's folder: relative paths of <c>#r</c> and <c>#load</c> and the search for nuget.config start here.
    /// </param>
    /// <param name="hooks">What connects the session to its process.</param>
    public NotebookSession(string folder, SessionHooks? hooks = null)
    {
        string full = Path.GetFullPath(folder);
        _hooks = hooks ?? new SessionHooks();
        _execution = new CellExecution(full, _formatters, _hooks);
        string real = MachinePaths.RealFolder(full); // now, because a cell may delete the folder
        _paths = new Lazy<MachinePaths>(() => new MachinePaths(full, real));
        _context = new CellContext(_formatters, Show);
        _console = new ConsoleCapture(() => _collector);
    }

    /// <summary>Keeps what cells show; null if nothing does.</summary>
    internal RunJournal? Journal => _hooks.Journal;

    /// <summary>
    /// Loads what the first cell needs, so that the clock of a limit does not run meanwhile. Nothing of it is seen by cells.
    /// </summary>
    public Task WarmUpAsync() => _execution.WarmUpAsync();

    /// <summary>Runs a cell.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="name">The name of the cell in tracebacks, such as "cell 3".</param>
    /// <param name="executionCount">The count for the result, from 1; each count once.</param>
    /// <param name="cancellation">Cancels a restore; running code is not interrupted.</param>
    /// <returns>The outputs and the error, if any. A failing cell keeps the variables it has assigned.</returns>
    /// <exception cref="OperationCanceledException">A restore was cancelled.</exception>
    public async Task<CellRun> RunAsync(string code, string name, int executionCount, CancellationToken cancellation = default)
    {
        var collector = new OutputCollector(_hooks.ForeignOutput, _hooks.Listener, _hooks.Journal, executionCount);
        _collectors[executionCount] = collector;
        _collector = collector;
        _console.Install();
        RunningCell.Current = _context;
        CellError? error;
        try
        {
            error = await _execution.RunAsync(code, name, executionCount, collector, cancellation);
        }
        finally
        {
            RunningCell.Current = null;
            _collector = null;
            _console.Install();
        }

        error = error is null ? null : _paths.Value.Shorten(error);
        if (error is not null)
        {
            collector.Add(error.ToOutput());
        }

        return new CellRun(collector.Close(), error);
    }

    /// <summary>
    /// What a cell has shown so far, also while it runs: outputs may come and change at any time, and those of a cell that has ended still
    /// change when their handle is updated. The same array is returned as long as nothing has changed.
    /// </summary>
    /// <param name="executionCount">The count that the cell was run with.</param>
    /// <returns>The outputs; null if no cell was run with that count.</returns>
    public ImmutableArray<CellOutput>? Outputs(int executionCount) =>
        _collectors.TryGetValue(executionCount, out var collector) ? collector.Collected() : null;

    /// <summary>Describes an exception as an error of a cell.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="cell">The number of the cell; null if there is none.</param>
    public CellError Describe(Exception exception, int? cell) =>
        _paths.Value.Shorten(ExceptionErrors.Describe(exception, NameOf(cell ?? 0)));

    /// <summary>The name of a cell in stack traces.</summary>
    internal static string NameOf(int cell) => Invariant($"cell {cell}");

    /// <summary>Gives the console back.</summary>
    public void Dispose()
    {
        _console.Dispose();
        _execution.Dispose();
    }

    // What a thread of an earlier cell shows stands below the cell that runs now.
    private Action<MimeBundle> Show(MimeBundle bundle)
    {
        if (_collector is not { } collector)
        {
            return _ => { };
        }

        int place = collector.Add(Output(bundle));
        return updated => collector.Replace(place, Output(updated));

        static DisplayDataOutput Output(MimeBundle bundle) => new(bundle, JsonValues.EmptyObject, []);
    }
}
