using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace HighLight.Interactive.KernelHost;

/// <summary>Collects what one cell shows from the events of the kernel.</summary>
/// <param name="cell">The cell's command.</param>
/// <param name="outputs">Receives the outputs.</param>
internal sealed class EventCollector(KernelCommand cell, CellOutputs outputs) : IObserver<KernelEvent>
{
    public void OnNext(KernelEvent value)
    {
        if (Root(value.Command) == cell)
        {
            outputs.Add(value);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => outputs.AddError(error.ToString());

    private static KernelCommand Root(KernelCommand command) => command.Parent is { } parent ? Root(parent) : command;
}
