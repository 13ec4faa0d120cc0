using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace HighLight.Interactive.KernelHost;

/// <summary>The C# kernel of .NET Interactive, set up as its Jupyter tool does it.</summary>
internal sealed class CSharpNotebookKernel : IDisposable
{
    private readonly CompositeKernel _kernel;

    private CSharpNotebookKernel(CompositeKernel kernel) => _kernel = kernel;

    public static CSharpNotebookKernel Create()
    {
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        Formatter.SetPreferredMimeTypesFor(typeof(string), PlainTextFormatter.MimeType);
        var kernel = new CompositeKernel();
        var csharp = new CSharpKernel();
        csharp.UseNugetDirective(
            (target, packages) =>
            {
                target.AddAssemblyReferences(packages.SelectMany(package => package.AssemblyPaths));
                return Task.CompletedTask;
            },
            forceRestore: true).UseKernelHelpers().UseWho().UseValueSharing();
        kernel.Add(csharp, ["c#", "C#"]);
        kernel.DefaultKernelName = csharp.Name;
        PackageExtensions.LoadInto(kernel);
        return new(kernel);
    }

    /// <summary>Runs a cell and replaces its outputs.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> RunAsync(JsonObject cell, int number)
    {
        var outputs = new CellOutputs(number);
        var command = new SubmitCode(NotebookCells.SourceOf(cell));
        command.GetOrCreateToken();
        using var subscription = _kernel.KernelEvents.Subscribe(new EventCollector(command, outputs));
        var result = await _kernel.SendAsync(command);
        var failure = result.Events.OfType<CommandFailed>().LastOrDefault();
        if (failure is not null)
        {
            outputs.AddError(failure.Message);
        }

        cell["execution_count"] = number;
        cell["outputs"] = outputs.ToJson();
        return failure is null;
    }

    public void Dispose() => _kernel.Dispose();
}
