using HighLight.Experiments.Storage;
using HighLight.Experiments.Tables;
using Microsoft.Data.Analysis;
using ParquetSharp;

namespace HighLight.Experiments.Parquet;

/// <summary>
/// Writes a table column by column: one row group, Zstandard, page checksums, metadata in a fixed order. The bytes depend on the
/// table and the version of ParquetSharp only: the format holds no clock.
/// </summary>
internal static class ParquetTableWriter
{
    public static void Write(ResultTable table, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ResultFile.Write(path, temporary => WriteTo(table, temporary));
    }

    private static void WriteTo(ResultTable table, string path)
    {
        using var properties = new WriterPropertiesBuilder()
            .Compression(Compression.Zstd)
            .EnablePageChecksum()
            .MaxRowGroupLength(Math.Max(1, table.RowCount))
            .Build();
        using var file = new ParquetFileWriter(path, [.. table.Columns.Select(Schema)], properties, ParquetMetadata.Of(table));
        using (var rows = file.AppendRowGroup())
        {
            for (var i = 0; i < table.Columns.Length; i++)
            {
                using var column = rows.NextColumn();
                WriteColumn(column, table.Data(i));
            }
        }

        file.Close();
    }

    private static Column Schema(TableColumn column) => column.Type switch
    {
        ColumnType.Text => new Column<string>(column.Name),
        ColumnType.Double => new Column<double?>(column.Name),
        ColumnType.Single => new Column<float?>(column.Name),
        ColumnType.Int32 => new Column<int?>(column.Name),
        ColumnType.Int64 => new Column<long?>(column.Name),
        _ => new Column<bool?>(column.Name),
    };

    private static void WriteColumn(ColumnWriter writer, DataFrameColumn column)
    {
        switch (column)
        {
            case StringDataFrameColumn text:
                using (var typed = writer.LogicalWriter<string?>())
                {
                    typed.WriteBatch([.. text]);
                }

                break;
            case DoubleDataFrameColumn doubles:
                WriteValues(writer, doubles);
                break;
            case SingleDataFrameColumn singles:
                WriteValues(writer, singles);
                break;
            case Int32DataFrameColumn integers:
                WriteValues(writer, integers);
                break;
            case Int64DataFrameColumn integers:
                WriteValues(writer, integers);
                break;
            default:
                WriteValues(writer, (BooleanDataFrameColumn)column);
                break;
        }
    }

    private static void WriteValues<T>(ColumnWriter writer, PrimitiveDataFrameColumn<T> column)
        where T : unmanaged
    {
        using var typed = writer.LogicalWriter<T?>();
        typed.WriteBatch([.. column]);
    }
}
