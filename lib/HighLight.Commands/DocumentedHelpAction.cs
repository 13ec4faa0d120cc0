using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HighLight.Commands;

/// <summary>The standard help, followed by the examples and notes of a <see cref="DocumentedCommand"/>.</summary>
/// <param name="standard">Writes the standard part.</param>
/// <param name="rootExamples">Examples for the help of the tool as a whole.</param>
internal sealed class DocumentedHelpAction(HelpAction standard, ImmutableArray<(string CommandLine, string Purpose)> rootExamples)
    : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = standard.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var documented = parseResult.CommandResult.Command as DocumentedCommand;
        output.WriteLine("Examples:");
        foreach (var (commandLine, purpose) in documented?.Examples ?? rootExamples)
        {
            output.WriteLine($"  {commandLine}");
            output.WriteLine($"      {purpose}");
        }

        foreach (var note in documented?.Notes ?? [])
        {
            output.WriteLine();
            output.WriteLine(note);
        }

        return code;
    }
}
