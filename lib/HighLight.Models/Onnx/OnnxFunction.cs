using System.Collections.Immutable;

namespace HighLight.Models.Onnx;

/// <summary>An operator that the model defines itself.</summary>
/// <param name="Domain">Domain under which nodes call it.</param>
/// <param name="Name">Operator name under which nodes call it.</param>
/// <param name="Nodes">Its body.</param>
public sealed record OnnxFunction(string Domain, string Name, ImmutableArray<OnnxNode> Nodes);
