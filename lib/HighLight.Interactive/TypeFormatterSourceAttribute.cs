namespace HighLight.Interactive;

/// <summary>
/// Names the formatters that this assembly brings for types of others: the attribute by which a type names its own formatters in .NET Interactive, put on
/// the assembly. An engine finds it by its name.
/// </summary>
/// <param name="formatterSourceType">A type with a public parameterless constructor and a method <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;
}
