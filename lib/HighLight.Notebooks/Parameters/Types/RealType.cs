using System.Globalization;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>A binary floating-point type.</summary>
/// <param name="name">Its name in C#.</param>
internal abstract class RealType(string name) : IParameterType
{
    /// <summary>How a finite number may be written.</summary>
    protected const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public abstract string Legal { get; }

    protected string Name => name;

    public ParameterLiteral FromText(string text) =>
        Read(text.Trim()) is { } code ? ParameterLiteral.Of(code) : ParameterLiteral.NotLegal(text, this);

    // JSON has no word for a number that is not finite; it is given as a string.
    public ParameterLiteral FromJson(JsonElement json) =>
        (json.ValueKind == JsonValueKind.Number ? Read(json.GetRawText())
            : UnicodeText.Of(json) is { } text ? Word(text)
            : null) is { } code
            ? ParameterLiteral.Of(code)
            : ParameterLiteral.NotLegal(json, this);

    /// <summary>The literal of a finite number; null where the text is none within the type's range.</summary>
    protected abstract string? Finite(string text);

    private string? Read(string text) => Word(text) ?? Finite(text);

    private string? Word(string text) => text switch
    {
        "NaN" => $"{name}.NaN",
        "Infinity" => $"{name}.PositiveInfinity",
        "-Infinity" => $"{name}.NegativeInfinity",
        _ => null,
    };
}
