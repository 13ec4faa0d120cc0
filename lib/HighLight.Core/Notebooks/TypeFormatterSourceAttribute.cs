namespace HighLight.Notebooks;

/// <summary>
/// Tells .NET Interactive how a type is shown. It finds the attribute by this very name, in any namespace, so that no package of it is needed;
/// the names of the properties are part of the convention as well.
/// </summary>
/// <param name="formatterSourceType">A type with a parameterless constructor and a method CreateTypeFormatters: see <see cref="ConventionFormatter{T}"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that creates the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms in which the type is shown, the preferred one first.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
