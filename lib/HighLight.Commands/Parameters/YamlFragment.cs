namespace HighLight.Commands.Parameters;

/// <summary>A value of a YAML file as JSON text.</summary>
/// <param name="Json">Null when it cannot be that of a parameter.</param>
/// <param name="Depth">Arrays within each other: 0 for a scalar.</param>
internal readonly record struct YamlFragment(string? Json, int Depth);
