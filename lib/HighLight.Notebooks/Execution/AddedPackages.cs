using System.Collections.Immutable;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Execution;

/// <summary>What a cell added to the packages of its session.</summary>
/// <param name="Packages">The packages that are new.</param>
/// <param name="References">The new assemblies to compile against, full paths.</param>
internal sealed record AddedPackages(ImmutableArray<ResolvedPackage> Packages, ImmutableArray<string> References);
