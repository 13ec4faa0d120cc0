using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Sends what is written to the console to the cell that runs. Reading from the console finds its end at once: nobody types into a batch
/// run.
/// </summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextReader _in = Console.In;
    private readonly CellTextWriter _cellOut;
    private readonly CellTextWriter _cellError;

    public ConsoleCapture(Func<OutputCollector?> target)
    {
        _cellOut = new CellTextWriter(StreamOutput.StandardOutput, target);
        _cellError = new CellTextWriter(StreamOutput.StandardError, target);
        Install();
    }

    /// <summary>Puts the capture in place, whatever a cell has set meanwhile.</summary>
    public void Install() => Set(_cellOut, _cellError, TextReader.Null);

    public void Dispose()
    {
        Set(_out, _error, _in);
        _cellOut.Dispose();
        _cellError.Dispose();
    }

    private static void Set(TextWriter output, TextWriter error, TextReader input)
    {
        Console.SetOut(output);
        Console.SetError(error);
        Console.SetIn(input);
    }
}
