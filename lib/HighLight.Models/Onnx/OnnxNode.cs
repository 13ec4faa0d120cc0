using System.Collections.Immutable;

namespace HighLight.Models.Onnx;

/// <summary>One operation of a graph.</summary>
public sealed record OnnxNode
{
    /// <summary>Name as written in the file; often empty, since ONNX does not ask for one.</summary>
    public required string Name { get; init; }

    /// <summary>Operator, for example <c>Conv</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>Who defines the operator; empty or <c>ai.onnx</c> for ONNX itself.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>Names of the values read, in the operator's order; an empty name is an optional input left out.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>Names of the values written; an empty name is an optional output left out.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>Settings, in the order of the file.</summary>
    public ImmutableArray<OnnxAttribute> Attributes { get; init; } = [];

    /// <summary>Name to show: <see cref="Name"/>, or the first output when the node has no name.</summary>
    public string DisplayName => Name.Length > 0 ? Name : Outputs.FirstOrDefault(output => output.Length > 0) ?? Operator;

    /// <summary>Whether this is the operator of that name as ONNX itself defines it.</summary>
    public bool Is(string operatorName) => OperatorSet.IsDefaultDomain(Domain) && string.Equals(Operator, operatorName, StringComparison.Ordinal);

    /// <summary>The attribute of that name, or null.</summary>
    public OnnxAttribute? FindAttribute(string name) =>
        Attributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal));

    /// <summary>Operator and name.</summary>
    public override string ToString() => $"{Operator} '{DisplayName}'";
}
