using DuckDB.NET.Data;

namespace HighLight.Experiments.Tests.Parquet;

/// <summary>Asks DuckDB, which reads Parquet independently of the library that wrote it.</summary>
internal static class DuckDb
{
    /// <summary>The first column of every row, as text.</summary>
    public static List<string> Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
