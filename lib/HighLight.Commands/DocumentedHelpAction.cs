using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HighLight.Commands.Arguments;
using HighLight.Commands.Formatting;

namespace HighLight.Commands;

/// <summary>The standard help, followed by the examples and notes of a <see cref="DocumentedCommand"/>.</summary>
/// <param name="standard">Writes the standard part.</param>
/// <param name="rootExamples">Examples for the help of the tool as a whole.</param>
/// <param name="width">The most columns of a line; null for no limit.</param>
internal sealed class DocumentedHelpAction(
    HelpAction standard, ImmutableArray<(string CommandLine, string Purpose)> rootExamples, int? width) : SynchronousCommandLineAction
{
    /// <summary>Below this the two columns of the standard help have no room.</summary>
    private const int NarrowestColumns = 40;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        foreach (var option in parseResult.CommandResult.Command.Options.OfType<TextOption>())
        {
            option.Describe();
        }

        standard.MaxWidth = Math.Max(NarrowestColumns, width ?? int.MaxValue);
        var code = standard.Invoke(parseResult);
        var documented = parseResult.CommandResult.Command as DocumentedCommand;
        var view = new TextResultView(parseResult.InvocationConfiguration.Output, width);
        view.Write("Examples:");
        foreach (var (commandLine, purpose) in documented?.Examples ?? rootExamples)
        {
            view.Write($"  {commandLine}");
            view.Write($"      {purpose}");
        }

        foreach (var note in documented?.Notes ?? [])
        {
            view.Write("");
            view.Write(note);
        }

        return code;
    }
}
