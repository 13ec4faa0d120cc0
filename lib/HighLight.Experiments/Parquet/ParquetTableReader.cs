using System.Collections.Immutable;
using HighLight.Experiments.Tables;
using Microsoft.Data.Analysis;
using ParquetSharp;

namespace HighLight.Experiments.Parquet;

/// <summary>Reads the tables that <see cref="ParquetTableWriter"/> wrote. Page checksums are verified.</summary>
internal static class ParquetTableReader
{
    public static ResultTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
        {
            throw new ParquetTableException(path, "there is no such file. Run the experiment that writes it, or mend the path.");
        }

        try
        {
            using var properties = ReaderProperties.GetDefaultReaderProperties();
            properties.EnablePageChecksumVerification();
            using var file = new ParquetFileReader(path, properties);
            return ReadFrom(file, path);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new ParquetTableException(
                path,
                $"it is not a Parquet file, or it is damaged or cut short ({FirstLine(exception.Message)}). " +
                "Write it anew by running its experiment.",
                exception);
        }
        catch (InvalidTableException exception)
        {
            throw new ParquetTableException(path, exception.Message, exception);
        }
    }

    private static ResultTable ReadFrom(ParquetFileReader file, string path)
    {
        var metadata = file.FileMetaData.KeyValueMetadata;
        if (!metadata.TryGetValue(ReservedKeys.Schema, out var version) || !metadata.TryGetValue(ReservedKeys.Name, out var name))
        {
            throw new ParquetTableException(
                path,
                $"it is a Parquet file of another origin (no '{ReservedKeys.Schema}' in its metadata). " +
                "Only files written by HighLight.Experiments carry the units a table needs.");
        }

        if (!string.Equals(version, ParquetMetadata.SchemaVersion, StringComparison.Ordinal))
        {
            throw new ParquetTableException(
                path,
                $"its layout has version '{version}', this library reads version {ParquetMetadata.SchemaVersion}. " +
                "Use the version of the library that wrote it.");
        }

        var schema = file.FileMetaData.Schema;
        var frame = new DataFrame();
        var descriptors = ImmutableArray.CreateBuilder<TableColumn>();
        for (var i = 0; i < file.FileMetaData.NumColumns; i++)
        {
            var column = schema.Column(i).Name;
            var (type, data) = ReadColumn(file, i, column, path);
            descriptors.Add(new(
                column,
                type,
                metadata.GetValueOrDefault(ParquetMetadata.UnitKey(column)),
                metadata.GetValueOrDefault(ParquetMetadata.DescriptionKey(column)) ?? ""));
            frame.Columns.Add(data);
        }

        if (frame.Rows.Count != file.FileMetaData.NumRows)
        {
            throw new ParquetTableException(
                path,
                "it is damaged: its columns do not hold as many rows as it announces. Write it anew by running its experiment.");
        }

        return metadata
            .Where(entry => !ReservedKeys.Include(entry.Key))
            .Aggregate(ResultTable.From(name, frame, descriptors), (table, entry) => table.WithMetadata(entry.Key, entry.Value));
    }

    private static (ColumnType Type, DataFrameColumn Data) ReadColumn(ParquetFileReader file, int index, string name, string path)
    {
        var reader = new ParquetColumnReader(name);
        for (var group = 0; group < file.FileMetaData.NumRowGroups; group++)
        {
            using var rows = file.RowGroup(group);
            using var column = rows.Column(index);
            using var logical = column.LogicalReader();
            if (!logical.Apply(reader))
            {
                throw new ParquetTableException(
                    path,
                    $"column '{name}' holds {logical.GetType().GetGenericArguments().LastOrDefault()?.Name ?? "unknown"} values. " +
                    "Columns hold text, double, float, int, long or bool, each of which may be null.");
            }
        }

        return reader.Column is { } read
            ? (reader.Type, read)
            : throw new ParquetTableException(path, $"column '{name}' has no row group, which this library always writes.");
    }

    private static bool IsDamage(Exception exception) =>
        exception is not ParquetTableException
        && exception is ParquetException or IOException or ArgumentException or OverflowException or FormatException or InvalidCastException
            or NotSupportedException or IndexOutOfRangeException or InvalidOperationException;

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
