namespace HighLight.Experiments.Parquet;

/// <summary>A file cannot be read as a table: it is missing, damaged, not Parquet, or not written by this library.</summary>
public sealed class ParquetTableException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong, and the fix.</param>
    /// <param name="innerException">What the Parquet library reported, if it did.</param>
    public ParquetTableException(string path, string problem, Exception? innerException = null)
        : base($"'{path}' cannot be read as a table: {problem}", innerException)
    {
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
