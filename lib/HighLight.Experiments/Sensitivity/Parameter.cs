using System.Collections.Immutable;

namespace HighLight.Experiments.Sensitivity;

/// <summary>A parameter of the model with the values it is tried at, all others at their defaults.</summary>
/// <param name="Name">What it is, unique in a run.</param>
/// <param name="Default">The label of the default, which is never evaluated again: it changes nothing.</param>
/// <param name="Settings">The other values.</param>
public sealed record Parameter(string Name, string Default, params ImmutableArray<Setting> Settings);
