namespace Microsoft.DotNet.Interactive;

/// <summary>Text that is HTML.</summary>
/// <param name="Value">The markup.</param>
public sealed record HtmlString(string Value)
{
    /// <summary>The markup.</summary>
    public override string ToString() => Value;
}
