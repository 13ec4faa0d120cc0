using System.Diagnostics;
using HighLight.Files;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Host;

/// <summary>The files that a run writes: the notebook after each cell and at the end, the page at the end.</summary>
/// <param name="arguments">Which files.</param>
/// <param name="warn">Told when the notebook cannot be written in between; at the end it is tried again.</param>
internal sealed class ResultFiles(RunArguments arguments, Action<string> warn)
{
    /// <summary>Writing in between may cost one part in so many of the time.</summary>
    private const int Share = 20;

    /// <summary>A file of so many bytes is written in no time.</summary>
    private const int AlwaysCheap = 4 * 1024 * 1024;

    private readonly NotebookSerializer _serializer = new();
    private int _length;
    private TimeSpan _cost;
    private long _lastWrite;
    private bool _hasFailed;

    /// <summary>
    /// Whether the notebook may be written in between now. A notebook so large that writing it takes long is not written after every one of
    /// many short cells.
    /// </summary>
    public bool IsDue => arguments.Output is not null && (_length <= AlwaysCheap || Stopwatch.GetElapsedTime(_lastWrite) >= _cost * Share);

    /// <summary>Writes the notebook in between, safe against the death of the process, not of the machine.</summary>
    public void WriteReached(NotebookDocument document)
    {
        long start = Stopwatch.GetTimestamp();
        byte[] bytes = _serializer.Write(document.WithKernelInfo());
        _length = bytes.Length;
        try
        {
            AtomicFile.Write(arguments.Output!, bytes, durable: false);
        }
        catch (IOException exception)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                warn($"{exception.Message} The run goes on; it is tried again after the next cell.");
            }
        }

        _lastWrite = Stopwatch.GetTimestamp();
        _cost = Stopwatch.GetElapsedTime(start, _lastWrite);
    }

    /// <summary>Writes everything.</summary>
    /// <returns>Why files could not be written; null if all are.</returns>
    public string? WriteAll(NotebookDocument document)
    {
        var failures = new List<string>();
        if (arguments.Output is { } output)
        {
            Try(() => AtomicFile.Write(output, _serializer.Write(document.WithKernelInfo())));
        }

        if (arguments.Html is { } html)
        {
            string name = Path.GetFileNameWithoutExtension(arguments.Notebook);
            Try(() => AtomicFile.Write(html, NotebookPage.Render(document, name, new PageOptions(!arguments.NoInput, arguments.Trust))));
        }

        return failures.Count == 0 ? null : string.Join('\n', failures);

        void Try(Action write)
        {
            try
            {
                write();
            }
            catch (IOException exception)
            {
                failures.Add(exception.Message);
            }
        }
    }
}
