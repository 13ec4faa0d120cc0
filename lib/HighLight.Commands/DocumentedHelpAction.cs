using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;

namespace HighLight.Commands;

/// <summary>Writes the help of a command, followed by the examples and notes of a <see cref="DocumentedCommand"/>.</summary>
/// <param name="rootExamples">Examples for the help of the tool as a whole.</param>
/// <param name="width">The most columns of a line; null for no limit.</param>
internal sealed class DocumentedHelpAction(ImmutableArray<(string CommandLine, string Purpose)> rootExamples, int? width)
    : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var documented = command as DocumentedCommand;
        var output = parseResult.InvocationConfiguration.Output;
        var view = new TextResultView(output, width);
        foreach (var line in HelpText.Lines(command, width))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var (commandLine, purpose) in documented?.Examples ?? rootExamples)
        {
            view.Write($"  {commandLine}");
            view.Write($"      {purpose}");
        }

        foreach (var note in documented?.Notes ?? [])
        {
            output.WriteLine();
            foreach (var line in TextWrap.Lines(note, width ?? int.MaxValue))
            {
                output.WriteLine(line);
            }
        }

        return ExitCode.Success;
    }
}
