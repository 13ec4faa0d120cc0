using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using HighLight.Commands.Context;
using HighLight.Commands.Processes;

namespace HighLight.Interactive.Directives;

/// <summary>Whether a program is the tool, by its answer to <c>--version</c>: a line with a version alone.</summary>
internal static partial class ToolIdentity
{
    private const int MaximumAnswer = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>Asks a program that has not proved itself before.</summary>
    /// <param name="tool">How it is started, without arguments of the verb.</param>
    /// <param name="termination">The user's wish to stop.</param>
    /// <returns>Why it is not the tool; null if it is.</returns>
    /// <exception cref="OperationCanceledException">The user wishes to stop.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static async Task<string?> ProblemAsync(ChildProcess tool, Termination termination)
    {
        var key = string.Join('\n', tool.Arguments.Prepend(tool.Program).Append(tool.Arguments.IsEmpty ? "" : tool.WorkingDirectory));
        if (Known.ContainsKey(key))
        {
            return null;
        }

        using var limit = new CancellationTokenSource(Patience);
        var (answer, errors) = (new StringBuilder(), new StringBuilder());
        var code = await (tool with { Arguments = [.. tool.Arguments, "--version"] })
            .RunAsync(stream => ReadAsync(stream, answer), stream => ReadAsync(stream, errors), termination, overdue: limit.Token);
        termination.Requested.ThrowIfCancellationRequested();
        if (code == ExitCode.Success && Version().IsMatch(answer.ToString()))
        {
            Known[key] = true;
            return null;
        }

        var command = string.Join(' ', tool.Arguments.Prepend(tool.Program));
        var said = FirstLine(answer) ?? FirstLine(errors);
        return Invariant($"'{command}' is not the tool of HighLight.Cli: asked for its version, it ended with exit code {code}")
            + (said is null ? "." : $" and said '{said}'.");
    }

    private static string? FirstLine(StringBuilder text) =>
        text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var line, ..]
            ? line.Length > 200 ? line[..200] + " …" : line
            : null;

    private static async Task ReadAsync(Stream stream, StringBuilder text)
    {
        using var reader = new StreamReader(stream);
        var buffer = new char[MaximumAnswer];
        while (await reader.ReadAsync(buffer) is > 0 and var length)
        {
            text.Append(buffer.AsSpan(0, Math.Min(length, MaximumAnswer - text.Length)));
        }
    }

    [GeneratedRegex(
        @"^[ \t]*[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]*)?[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Version();
}
