using HighLight.Interactive.Directives;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace HighLight.Interactive.Magic;

/// <summary>Completes verbs, options and names behind <c>#!highlight</c> by the tool itself, which knows what can follow.</summary>
internal static class HighLightCompletion
{
    /// <summary>The kind of a proposal, as editors know it.</summary>
    private const string Kind = "Property";

    /// <summary>Answers the kernel's requests on such a line; others go on.</summary>
    public static void AddTo(Kernel kernel, HighLightDirective highlight) => kernel.AddMiddleware(
        (command, context, next) =>
        {
            if (command is not RequestCompletions request || !request.Code.StartsWith(highlight.Name, StringComparison.Ordinal) || request.LinePosition.Character <= highlight.Name.Length)
            {
                return next(command, context);
            }

            context.Publish(Complete(request, highlight));
            return Task.CompletedTask;
        },
        nameof(HighLightExtension));

    private static CompletionsProduced Complete(RequestCompletions request, HighLightDirective highlight)
    {
        var name = highlight.Name.Length + 1;
        var cursor = Math.Max(request.LinePosition.Character, name);
        var typed = request.Code.PadRight(cursor)[name..cursor]; // the kernel drops the spaces at the end of a line
        var (start, values) = highlight.Complete(typed);
        return new([.. values.Select(value => new CompletionItem(value, Kind))], request, new(request.LinePosition with { Character = name + start }, request.LinePosition));
    }
}
