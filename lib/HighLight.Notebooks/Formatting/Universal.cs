using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Formatting;

/// <summary>What any value can be shown as: plain text, and on request HTML and JSON.</summary>
internal static class Universal
{
    private static readonly JsonSerializerOptions Options = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static IReadOnlyList<Representation> Of(object? value) =>
    [
        new Representation(MimeTypes.PlainText, () => PlainText.Of(value)),
        new Representation(MimeTypes.Html, () => $"<pre>{WebUtility.HtmlEncode(PlainText.Of(value))}</pre>", IsPreferred: false),
        new Representation(MimeTypes.Json, () => JsonSerializer.Serialize(value, Options), IsPreferred: false),
    ];
}
