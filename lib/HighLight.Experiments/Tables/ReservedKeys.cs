namespace HighLight.Experiments.Tables;

/// <summary>The keys of a table's metadata that its file uses itself: of its layout, its name, and what it says of columns.</summary>
internal static class ReservedKeys
{
    public const string Schema = "table_schema";
    public const string Name = "table";
    public const string ColumnPrefix = "column.";

    /// <summary>Whether a key is one of them.</summary>
    public static bool Include(string key) =>
        key is Schema or Name || key.StartsWith(ColumnPrefix, StringComparison.Ordinal) || key.StartsWith("ARROW:", StringComparison.Ordinal);
}
