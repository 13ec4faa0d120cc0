namespace HighLight.Notebooks.Documents.Dib;

/// <summary>What a .dib file cannot hold of a cell.</summary>
internal enum DibLoss
{
    /// <summary>Its outputs.</summary>
    Outputs,

    /// <summary>Its attachments.</summary>
    Attachments,

    /// <summary>Its metadata, other than the language.</summary>
    Metadata,

    /// <summary>The cell itself, as it has no text.</summary>
    EmptyCell,

    /// <summary>Blank lines at its start and end.</summary>
    BlankLines,

    /// <summary>A line that would begin another cell.</summary>
    Heading,

    /// <summary>A language whose name cannot stand in a line.</summary>
    Language,
}
