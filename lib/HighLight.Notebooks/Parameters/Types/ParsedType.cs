using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>A type whose values have one invariant form of text, which the type itself reads: a date, a time, an identifier.</summary>
/// <param name="legal">What a value may be.</param>
/// <param name="isLegal">Whether a text is a value.</param>
/// <param name="parse">The code that reads it, <c>{0}</c> standing for the text as a literal.</param>
internal sealed class ParsedType(string legal, Func<string, bool> isLegal, string parse) : IParameterType
{
    private const string Culture = "global::System.Globalization.CultureInfo.InvariantCulture";

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    private static readonly string[] Dates = ["yyyy-MM-dd"];
    private static readonly string[] DateTimes = [.. Dates, .. Times.Select(time => $"yyyy-MM-ddT{time}K")];
    private static readonly string[] Offsets = [.. Times.SelectMany(time => new[] { $"yyyy-MM-ddT{time}zzz", $"yyyy-MM-ddT{time}Z" })];

    /// <summary>The type of this name; null if it is not one of these.</summary>
    public static ParsedType? Of(string typeName) => typeName switch
    {
        "System.Guid" => new(
            "an identifier such as 0f8fad5b-d9cb-469f-a165-70867728950e", text => System.Guid.TryParseExact(text, "D", out _),
            "global::System.Guid.Parse({0})"),
        "System.DateTime" => new(
            "a date and time in ISO 8601 without a time zone or with Z, such as 2026-01-31, 2026-01-31T12:30:00 or 2026-01-31T12:30:00Z",
            text => System.DateTime.TryParseExact(
                    text, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
                && value.Kind != DateTimeKind.Local,
            $"global::System.DateTime.Parse({{0}}, {Culture}, global::System.Globalization.DateTimeStyles.RoundtripKind)"),
        "System.DateTimeOffset" => new(
            "a date and time in ISO 8601 with its offset, such as 2026-01-31T12:30:00+01:00 or 2026-01-31T12:30:00Z",
            text => System.DateTimeOffset.TryParseExact(
                text, Offsets, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            $"global::System.DateTimeOffset.Parse({{0}}, {Culture})"),
        "System.DateOnly" => new(
            "a date in ISO 8601 such as 2026-01-31",
            text => System.DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            $"global::System.DateOnly.Parse({{0}}, {Culture})"),
        "System.TimeOnly" => new(
            "a time in ISO 8601 such as 12:30 or 12:30:00.5",
            text => System.TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            $"global::System.TimeOnly.Parse({{0}}, {Culture})"),
        "System.TimeSpan" => new(
            "a duration of the form [-][d.]hh:mm:ss[.fffffff], such as 00:01:30 or 1.12:00:00",
            text => text.Contains(':', StringComparison.Ordinal)
                && System.TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out _),
            $"global::System.TimeSpan.ParseExact({{0}}, \"c\", {Culture})"),
        _ => null,
    };

    public string Legal => legal;

    public ParameterLiteral FromText(string text) => isLegal(text.Trim())
        ? ParameterLiteral.Of(parse.Replace("{0}", SymbolDisplay.FormatLiteral(text.Trim(), quote: true), StringComparison.Ordinal))
        : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        UnicodeText.Of(json) is { } text ? FromText(text) : ParameterLiteral.NotLegal(json, this);
}
