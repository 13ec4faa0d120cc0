// Runs one notebook in the kernel of .NET Interactive and writes it with the outputs of its cells: NOTEBOOK OUTPUT.
// Its last line on standard error counts the failed cells; the exit code is 1 if there is any, and 2 where nothing could be run.
using System.Globalization;
using System.Text.Json.Nodes;
using HighLight.Interactive.KernelHost;

// The kernel takes Console while a cell runs: what a host would write there becomes the cell's output.
await using var log = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true };
if (args is not [var input, var output])
{
    await log.WriteLineAsync("Usage: NOTEBOOK OUTPUT");
    return 2;
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var notebook = JsonNode.Parse(await File.ReadAllBytesAsync(input))!;
output = Path.GetFullPath(output);
Environment.CurrentDirectory = Path.GetDirectoryName(Path.GetFullPath(input))!;
using var kernel = CSharpNotebookKernel.Create();
var failed = 0;
foreach (var (cell, number) in NotebookCells.CodeOf(notebook).Select((cell, i) => (cell, i + 1)))
{
    if (!await kernel.RunAsync(cell, number))
    {
        failed++;
        await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"cell {number} failed"));
    }
}

await File.WriteAllTextAsync(output, notebook.ToJsonString());
await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{failed} failed cells"));
await log.FlushAsync();

// Kernels leave threads behind that would keep the process alive.
Environment.Exit(failed == 0 ? 0 : 1);
return 0;
