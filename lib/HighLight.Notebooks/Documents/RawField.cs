namespace HighLight.Notebooks.Documents;

/// <summary>A field of a JSON object, its value not looked into yet.</summary>
internal readonly record struct RawField(string Name, RawJson Value);
