using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Parquet;

/// <summary>
/// The key-value metadata of a file: <c>table_schema</c> (version of this layout), <c>table</c> (the table's name),
/// <c>column.NAME.unit</c> and <c>column.NAME.description</c>, and beside them the table's own facts under their own keys.
/// </summary>
internal static class ParquetMetadata
{
    public const string SchemaVersion = "1";

    public static string UnitKey(string column) => $"{ReservedKeys.ColumnPrefix}{column}.unit";

    public static string DescriptionKey(string column) => $"{ReservedKeys.ColumnPrefix}{column}.description";

    /// <summary>All entries in ordinal order of their keys, so that equal tables give equal files.</summary>
    public static IReadOnlyDictionary<string, string> Of(ResultTable table)
    {
        var entries = table.Metadata.ToBuilder();
        entries.Add(ReservedKeys.Schema, SchemaVersion);
        entries.Add(ReservedKeys.Name, table.Name);
        foreach (var column in table.Columns)
        {
            if (column.Unit is { } unit)
            {
                entries.Add(UnitKey(column.Name), unit);
            }

            if (column.Description.Length > 0)
            {
                entries.Add(DescriptionKey(column.Name), column.Description);
            }
        }

        return entries.ToImmutable();
    }
}
