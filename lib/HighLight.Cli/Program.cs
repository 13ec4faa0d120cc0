using HighLight.Commands;
using HighLight.Commands.Context;
using HighLight.Commands.Hosting;
using HighLight.Commands.Processes;
using HighLight.Notebooks.Packages;

using var signals = new TerminationSignals(TimeProvider.System);
var dotnet = DotNetMuxer.Find();
return await HighLightCommandLine.RunAsync(args, new CommandContext
{
    Output = Console.Out,
    Error = Console.Error,
    CurrentDirectory = Environment.CurrentDirectory,
    ToolDirectory = AppContext.BaseDirectory,
    DotNet = dotnet,
    Host = HostProgram.Beside(AppContext.BaseDirectory, dotnet),
    Interactive = Interactivity.Detect(),
    Width = OutputWidth.Detect(),
    Termination = signals.Termination,
});
