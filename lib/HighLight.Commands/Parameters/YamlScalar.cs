using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HighLight.Commands.Parameters;

/// <summary>Gives a scalar of a YAML file its JSON text, by the core schema of YAML 1.2: <c>yes</c> is a string there.</summary>
internal static partial class YamlScalar
{
    private const string Tags = "tag:yaml.org,2002:";

    /// <summary>The JSON text of <paramref name="scalar"/>; null when its tag is unknown or does not fit.</summary>
    public static string? ToJson(Scalar scalar) => Kind(scalar) switch
    {
        "" => Plain(scalar.Value),
        "str" => Quoted(scalar.Value),
        "null" => Plain(scalar.Value) is "null" ? "null" : null,
        "bool" => Plain(scalar.Value) is "true" or "false" ? Plain(scalar.Value) : null,
        "int" => Integer(scalar.Value),
        "float" => Integer(scalar.Value) ?? Fraction(scalar.Value) ?? NotFinite(scalar.Value),
        _ => null,
    };

    /// <summary>The text of a scalar that is a string; null when it is something else, such as a number.</summary>
    public static string? ToName(Scalar scalar) => ToJson(scalar) is ['"', ..] && (Kind(scalar) is "str" || NotFinite(scalar.Value) is null)
        ? scalar.Value
        : null;

    private static string Kind(Scalar scalar) =>
        scalar.Tag.IsEmpty ? scalar.Style is ScalarStyle.Plain ? "" : "str"
        : scalar.Tag.IsNonSpecific ? "str"
        : scalar.Tag.Value.StartsWith(Tags, StringComparison.Ordinal) ? scalar.Tag.Value[Tags.Length..]
        : scalar.Tag.Value;

    private static string Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => "null",
        "true" or "True" or "TRUE" => "true",
        "false" or "False" or "FALSE" => "false",
        _ => Integer(text) ?? Fraction(text) ?? NotFinite(text) ?? Quoted(text),
    };

    private static string? Integer(string text)
    {
        if (Decimal().IsMatch(text))
        {
            // JSON knows no leading zeros and no plus.
            var digits = text.TrimStart('+', '-').TrimStart('0');
            return digits.Length == 0 ? "0" : text[0] == '-' ? "-" + digits : digits;
        }

        return Octal().IsMatch(text) ? Power(text, 3) : Hexadecimal().IsMatch(text) ? Power(text, 4) : null;
    }

    /// <summary>Digits that stand for <paramref name="bits"/> bits each, after a prefix of two characters.</summary>
    private static string? Power(string text, int bits)
    {
        // What is longer is beyond every number there is, as this one is, and would take long to convert.
        if (text.Length > 400)
        {
            return "1e999";
        }

        var value = BigInteger.Zero;
        foreach (var digit in text.AsSpan(2))
        {
            value = (value << bits) + Convert.ToInt32(digit.ToString(), 16);
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Fraction(string text)
    {
        var match = Float().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var whole = match.Groups["whole"].Value.TrimStart('0');
        var part = match.Groups["part"].Value;
        var sign = text[0] == '-' ? "-" : "";
        return $"{sign}{(whole.Length == 0 ? "0" : whole)}.{(part.Length == 0 ? "0" : part)}{match.Groups["exponent"].Value}";
    }

    /// <summary>JSON has no number for these; for a parameter of a floating-point type they are given as strings.</summary>
    private static string? NotFinite(string text) => text switch
    {
        ".nan" or ".NaN" or ".NAN" => "\"NaN\"",
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => "\"Infinity\"",
        "-.inf" or "-.Inf" or "-.INF" => "\"-Infinity\"",
        _ => null,
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Decimal();

    [GeneratedRegex("^0o[0-7]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Octal();

    [GeneratedRegex("^0x[0-9a-fA-F]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(
        @"^[-+]?(\.(?<part>[0-9]+)|(?<whole>[0-9]+)(\.(?<part>[0-9]*))?)(?<exponent>[eE][-+]?[0-9]+)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Float();
}
