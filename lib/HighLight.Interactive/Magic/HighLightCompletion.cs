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
            if (command is not RequestCompletions request || !request.Code.StartsWith(highlight.Name + " ", StringComparison.Ordinal))
            {
                return next(command, context);
            }

            context.Publish(Complete(request, highlight));
            return Task.CompletedTask;
        },
        nameof(HighLightExtension));

    private static CompletionsProduced Complete(RequestCompletions request, HighLightDirective highlight)
    {
        var cursor = request.LinePosition.Character;
        var typed = request.Code.PadRight(cursor)[..cursor]; // without the spaces at its end, which the kernel drops
        var word = typed.LastIndexOf(' ') + 1;
        var arguments = typed.Length > highlight.Name.Length ? typed[(highlight.Name.Length + 1)..] : "";
        var items = highlight.Complete(arguments).Select(item => new CompletionItem(item.Key, Kind, documentation: item.Value)).ToArray();
        return new(items, request, new(request.LinePosition with { Character = word }, request.LinePosition));
    }
}
