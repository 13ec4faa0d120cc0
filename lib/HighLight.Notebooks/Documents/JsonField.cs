using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A field of a JSON object that nbformat does not define.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its value, as read.</param>
public readonly record struct JsonField(string Name, JsonElement Value);
