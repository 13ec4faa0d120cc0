using System.Reflection;
using HighLight.Notebooks.Documents;
using Microsoft.DotNet.Interactive;

namespace HighLight.Notebooks.Formatting;

/// <summary>Types that are shown in their own way without a formatter of theirs, matched by name or shape since their libraries are not referenced.</summary>
internal sealed class KnownTypes
{
    private readonly ContentIdentities _identities = new();

    public IReadOnlyList<Representation> Of(object value) => value switch
    {
        HtmlString html => [new Representation(MimeTypes.Html, () => html.Value)],
        _ when DataFrameTable.IsDataFrame(value) =>
        [
            new Representation(MimeTypes.Html, () => DataFrameTable.Of(value).ToHtml()),
            new Representation(MimeTypes.PlainText, () => DataFrameTable.Of(value).ToText()),
        ],
        _ when InlineHtml(value) is { } method =>
        [
            new Representation(MimeTypes.Html, () => method.Invoke(value, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null) is string html ? _identities.Replace(html, value) : null),
        ],
        _ => [],
    };

    // The shape of XPlot's charts.
    private static MethodInfo? InlineHtml(object value) =>
        value.GetType().GetMethod("GetInlineHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes) is { } method && method.ReturnType == typeof(string)
            ? method
            : null;
}
