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
            if (command is not RequestCompletions request || Typed(request) is not { } typed
                || !typed.StartsWith(highlight.Name + " ", StringComparison.Ordinal))
            {
                return next(command, context);
            }

            var name = highlight.Name.Length + 1;
            var (start, values) = highlight.Complete(typed[name..]);
            context.Publish(new CompletionsProduced(
                [.. values.Select(value => new CompletionItem(value, Kind))],
                request,
                new(request.LinePosition with { Character = name + start }, request.LinePosition)));
            return Task.CompletedTask;
        },
        nameof(HighLightCompletion));

    /// <summary>
    /// The line up to the cursor. The kernel cuts a request down to the line and drops its end; the request as it came has all.
    /// </summary>
    private static string? Typed(RequestCompletions request)
    {
        var whole = request.Parent as RequestCompletions ?? request;
        var lines = whole.Code.Split('\n');
        var (line, character) = (whole.LinePosition.Line, whole.LinePosition.Character);
        return line >= 0 && line < lines.Length && character >= 0 && character <= lines[line].Length ? lines[line][..character] : null;
    }
}
