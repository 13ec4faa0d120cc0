using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>Sends what is written to the console to the cell that runs. Reading from the console finds its end at once: nobody types into a batch run.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextReader _in = Console.In;

    public ConsoleCapture(Func<OutputCollector?> target)
    {
        Console.SetOut(new CellTextWriter(StreamOutput.StandardOutput, target));
        Console.SetError(new CellTextWriter(StreamOutput.StandardError, target));
        Console.SetIn(TextReader.Null);
    }

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        Console.SetIn(_in);
    }
}
