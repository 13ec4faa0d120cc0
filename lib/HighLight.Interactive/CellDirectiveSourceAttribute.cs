namespace HighLight.Interactive;

/// <summary>
/// Names the directive that this assembly brings to a notebook engine. An engine looks for an attribute of exactly this name, in any
/// namespace, so the engine and the package need not know each other.
/// </summary>
/// <param name="directiveType">
/// A type with a public parameterless constructor, <c>string Name</c> and
/// <c>Task InvokeAsync(string, Action&lt;IReadOnlyDictionary&lt;string, string&gt;&gt;, CancellationToken)</c>.
/// </param>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class CellDirectiveSourceAttribute(Type directiveType) : Attribute
{
    /// <summary>The type of the directive.</summary>
    public Type DirectiveType { get; } = directiveType;
}
