namespace HighLight.Commands.Formatting;

/// <summary>How a command prints its results.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for people; units in the headers.</summary>
    Table,

    /// <summary>JSON, indented, keys always in the same order.</summary>
    Json,

    /// <summary>Comma-separated values (RFC 4180) with a header; one observation a row.</summary>
    Csv,
}
