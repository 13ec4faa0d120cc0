namespace HighLight.Experiments.Display;

/// <summary>
/// Tells a notebook kernel how to show a type. .NET Interactive and our own engine look for an attribute of exactly this name, in any
/// namespace, so the package needs no reference to a kernel.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to show, best first.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
