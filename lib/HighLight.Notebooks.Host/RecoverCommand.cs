using System.Text.Json;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Execution.Journal;
using HighLight.Notebooks.Host.Native;
using HighLight.Notebooks.Parameters;

namespace HighLight.Notebooks.Host;

/// <summary>Writes the files of a run whose process died.</summary>
internal static class RecoverCommand
{
    /// <summary>Returns the exit code.</summary>
    public static int Run(RunArguments arguments)
    {
        var events = new EventStream(new EventOutput());
        try
        {
            var order = new Supervisor(Console.OpenStandardInput()).ReadOrder() ?? default;
            var values = order.ValueKind == JsonValueKind.Object ? ParameterValues.Parse(order) : [];
            var document = NotebookParameters.Inject(NotebookReader.ReadFile(arguments.Notebook).Document, values);
            string folder = Path.GetDirectoryName(arguments.Notebook)!;
            if (RunRecovery.Recover(document, folder, arguments.Journal!, arguments.IsInPlace, Death(order)) is { } recovered
                && new ResultFiles(arguments, events.Warning).WriteAll(recovered) is { } failure)
            {
                events.WriteFailed(failure);
                return ExitCodes.WriteFailed;
            }

            return ExitCodes.Success;
        }
        catch (Exception exception) when (UnusableInput.Is(exception))
        {
            events.Invalid(exception.Message);
            return ExitCodes.Invalid;
        }
    }

    private static CellError Death(JsonElement order)
    {
        string name = Text(order, "name") ?? "HostDied";
        string message = Text(order, "message") ?? "The process that ran the notebook has died.";
        return CellError.Of(name, message);
    }

    private static string? Text(JsonElement order, string field) =>
        order.ValueKind == JsonValueKind.Object
        && order.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
