using System.Text.Json.Serialization;

namespace HighLight.Notebooks.Packages;

/// <summary>Reads and writes cached answers with generated code, which starts faster than reflection: a cached restore is mostly that start.</summary>
[JsonSerializable(typeof(ResolvedPackages))]
internal sealed partial class ResolvedPackagesJson : JsonSerializerContext;
