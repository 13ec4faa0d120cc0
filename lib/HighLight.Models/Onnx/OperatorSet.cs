namespace HighLight.Models.Onnx;

/// <summary>A version of a set of operators that a model relies on.</summary>
/// <param name="Domain">Who defines the operators; empty for ONNX itself.</param>
/// <param name="Version">Version of the set, at least 1.</param>
public sealed record OperatorSet(string Domain, long Version)
{
    /// <summary>The domain (<c>ai.onnx</c> for ONNX itself) and the version.</summary>
    public override string ToString() => $"{(IsDefault ? "ai.onnx" : Domain)} {Version}";

    /// <summary>Whether this is the set of ONNX itself, whose domain is written as the empty text or as <c>ai.onnx</c>.</summary>
    public bool IsDefault => IsDefaultDomain(Domain);

    internal static bool IsDefaultDomain(string domain) => domain.Length == 0 || string.Equals(domain, "ai.onnx", StringComparison.Ordinal);
}
