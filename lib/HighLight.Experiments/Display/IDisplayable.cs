namespace HighLight.Experiments.Display;

/// <summary>A type that a notebook can show.</summary>
internal interface IDisplayable
{
    /// <summary>The object in a MIME type, or null where it has no such form.</summary>
    string? Render(string mimeType);
}
