using HighLight.Commands.Hosting;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Reports;

/// <summary>Makes a test case of a cell in which something went wrong.</summary>
internal static class CellCase
{
    /// <summary>Such as <c>cell 4</c>.</summary>
    public static string Name(int cell) => Invariant($"cell {cell}");

    /// <summary>The type that stands for an end that is not an exception.</summary>
    public static string TypeOf(NotebookOutcome outcome) => outcome switch
    {
        NotebookOutcome.TimedOut => "TimeoutError",
        NotebookOutcome.Invalid => "InvalidNotebook",
        NotebookOutcome.WriteFailed or NotebookOutcome.Cancelled => "WriteFailed",
        NotebookOutcome.HostDied => "HostDied",
        _ => "NotebookFailed",
    };

    /// <summary>A cell that failed.</summary>
    public static ReportCase Failed(NotebookResult result, CellResult cell, CellError[] errors)
    {
        var timedOut = result.Outcome == NotebookOutcome.TimedOut && result.EndedIn == cell.Cell;
        return Describe(result, cell, errors) with
        {
            Outcome = timedOut ? CaseOutcome.Error : CaseOutcome.Failed,
            Type = errors is [{ Name.Length: > 0 } first, ..] ? first.Name : TypeOf(result.Outcome),
        };
    }

    /// <summary>The cell in which the host came to an end.</summary>
    public static ReportCase Ended(NotebookResult result, CellResult cell, CellError[] errors) => Describe(result, cell, errors) with
    {
        Outcome = CaseOutcome.Error,
        Type = TypeOf(result.Outcome),
    };

    /// <summary>A cell whose error is allowed: it passes, and its output tells of the error.</summary>
    public static ReportCase Allowed(NotebookResult result, CellResult cell, CellError[] errors)
    {
        var described = Describe(result, cell, errors);
        return new ReportCase(described.Name, CaseOutcome.Passed)
        {
            Seconds = cell.Seconds,
            Output = $"{(cell.Output.Length == 0 ? "" : cell.Output.TrimEnd() + "\n")}Error, allowed: {described.Message}",
        };
    }

    private static ReportCase Describe(NotebookResult result, CellResult cell, CellError[] errors)
    {
        string[] notice = result.EndedIn == cell.Cell && result.Message is { } message ? [message] : [];
        var messages = errors.Select(Message).Concat(notice).ToArray();
        var line = errors.Select(error => error.Line).FirstOrDefault(number => number is not null);
        return new ReportCase(Name(cell.Cell), CaseOutcome.Error)
        {
            Seconds = cell.Seconds,
            Message = messages.Length == 0 ? "The cell failed without details." : string.Join('\n', messages),
            Place = Invariant($"{result.Job.Name} [cell {cell.Cell}]") + (line is { } number ? Invariant($" line {number}") : ""),
            Output = cell.Output,
        };
    }

    private static string Message(CellError error)
    {
        var line = error.Line is { } number ? Invariant($"line {number}: ") : "";
        return line + (error.Name.Length == 0 ? "" : error.Name + ": ") + error.Message;
    }
}
