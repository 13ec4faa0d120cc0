using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace HighLight.Commands.Protocol;

/// <summary>
/// Recognises the events of a notebook host among the lines of its standard output. Everything else on that stream (native libraries print
/// there too, also in front of an event on the same line) is no event and no error.
/// </summary>
internal static class HostEventParser
{
    private static ReadOnlySpan<byte> Opening => "{\"event\":"u8;

    /// <summary>Reads the event on a line of UTF-8 text without its line end.</summary>
    /// <returns>False when the line holds none, or one of a kind or form that is not known here.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out HostEvent? hostEvent)
    {
        hostEvent = null;
        var start = line.Span.IndexOf(Opening);
        if (start < 0)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(line[start..]);
            hostEvent = Read(document.RootElement);
            return hostEvent is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string of the object is no valid UTF-8.
            return false;
        }
    }

    private static HostEvent? Read(JsonElement json) => Text(json, "event") switch
    {
        "started" when Number(json, "cells") is { } cells => new NotebookStarted(cells),
        "cell-started" when Number(json, "cell") is { } cell && Number(json, "cells") is { } cells => new CellStarted(cell, cells),
        "cell-finished" when Number(json, "cell") is { } cell && Truth(json, "ok") is { } ok =>
            new CellFinished(cell, ok) { Seconds = Duration(json) ?? 0, Skipped = Truth(json, "skipped") ?? false },
        "output" when Number(json, "cell") is { } cell && Text(json, "stream") is { } stream && Text(json, "text") is { } text =>
            new CellOutput(cell, stream, text),
        "warning" when Text(json, "message") is { } message => new HostWarning(message),
        "error" when Number(json, "cell") is { } cell && Text(json, "message") is { } message =>
            new CellError(cell, Number(json, "line"), Text(json, "name") ?? "", message),
        "timed-out" when Duration(json) is { } seconds =>
            new NotebookTimedOut(Number(json, "cell"), seconds, Text(json, "scope") is "cell"),
        "cancelled" => new NotebookCancelled(Text(json, "signal")),
        "finished" when Truth(json, "ok") is { } ok => new NotebookFinished(ok, Number(json, "executed") ?? 0, Number(json, "failed") ?? 0),
        "invalid" when Text(json, "message") is { } message => new NotebookInvalid(message),
        "write-failed" when Text(json, "message") is { } message => new WriteFailed(message),
        _ => null,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0
            ? number
            : null;

    /// <summary>The field <c>seconds</c>; a number so large that it is infinite is none.</summary>
    private static double? Duration(JsonElement json) =>
        json.TryGetProperty("seconds", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds >= 0 && double.IsFinite(seconds)
            ? seconds
            : null;

    private static bool? Truth(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
}
