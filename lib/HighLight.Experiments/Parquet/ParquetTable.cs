using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Parquet;

/// <summary>Tables of results as Parquet files.</summary>
public static class ParquetTable
{
    /// <summary>Writes a table as one Parquet file, through a temporary file beside it; equal tables give equal bytes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file; folders that are missing are created.</param>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void WriteParquet(this ResultTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        ParquetTableWriter.Write(table, path);
    }

    /// <summary>Reads a table that <see cref="WriteParquet"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ParquetTableException">The file is missing, damaged, or not one of ours.</exception>
    public static ResultTable Read(string path) => ParquetTableReader.Read(path);
}
