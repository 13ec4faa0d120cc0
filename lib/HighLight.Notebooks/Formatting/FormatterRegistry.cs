using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Formatting;

/// <summary>
/// Turns values into MIME bundles. Sources in order: formatters registered in the session, formatters that the type brings by .NET
/// Interactive's convention, types known here (HTML, DataFrame, charts with <c>GetInlineHtml()</c>), plain text and JSON for everything.
/// </summary>
internal sealed class FormatterRegistry
{
    private readonly KnownTypes _known = new();
    private ImmutableArray<RegisteredFormatter> _registered = [];

    public void Register(RegisteredFormatter formatter) =>
        ImmutableInterlocked.Update(ref _registered, (all, added) => all.Insert(0, added), formatter);

    /// <summary>Formats a value.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">
    /// The MIME types wanted; none for what the first source offers that has anything for the value's type. Text is taken as being in the
    /// wanted type already.
    /// </param>
    /// <exception cref="FormattingException">A formatter failed, or none writes a MIME type that was asked for.</exception>
    /// <exception cref="ArgumentException">A MIME type is empty.</exception>
    public MimeBundle Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        if (mimeTypes.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A MIME type is empty; write for example \"text/html\".", nameof(mimeTypes));
        }

        return mimeTypes.Count == 0 ? FormatPreferred(value) : FormatAs(value, mimeTypes.Distinct(StringComparer.Ordinal));
    }

    private MimeBundle FormatPreferred(object? value)
    {
        foreach (var source in Sources(value))
        {
            var entries = source.Where(item => item.IsPreferred).Select(item => item.Format(value)).OfType<MimeEntry>()
                .DistinctBy(entry => entry.MimeType, StringComparer.Ordinal).ToImmutableArray();
            if (!entries.IsEmpty)
            {
                return new MimeBundle(entries);
            }
        }

        return new MimeBundle([]);
    }

    private MimeBundle FormatAs(object? value, IEnumerable<string> mimeTypes)
    {
        var available = Sources(value).SelectMany(source => source).ToArray();
        return new MimeBundle([.. mimeTypes.Select(mime =>
            value is string text
                ? new Representation(mime, () => text).Format(value)!
                : available.Where(item => string.Equals(item.MimeType, mime, StringComparison.Ordinal)).Select(item => item.Format(value))
                    .FirstOrDefault(entry => entry is not null)
                    ?? throw FormattingException.NoFormatter(value, mime, available))]);
    }

    private IEnumerable<IReadOnlyList<Representation>> Sources(object? value)
    {
        if (value is not null)
        {
            yield return Registered(value);
            yield return ConventionFormatters.Of(value);
            yield return _known.Of(value);
        }

        yield return Universal.Of(value);
    }

    private Representation[] Registered(object value) =>
        [.. _registered
            .Select(formatter => (Formatter: formatter, Distance: formatter.Distance(value.GetType())))
            .Where(item => item.Distance is not null)
            .OrderBy(item => item.Distance)
            .Select(item => new Representation(
                item.Formatter.MimeType, () => Representation.WrittenIf(writer => item.Formatter.Write(value, writer))))];
}
