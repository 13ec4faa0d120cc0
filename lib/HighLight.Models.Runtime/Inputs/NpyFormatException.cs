namespace HighLight.Models.Runtime.Inputs;

/// <summary>A file is no NumPy array that is read here.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="what">What is wrong, and what to do.</param>
/// <param name="innerException">The cause, where another exception reported it.</param>
public sealed class NpyFormatException(string path, string what, Exception? innerException = null) : FormatException($"{path}: {what}", innerException)
{
    /// <summary>Path of the file.</summary>
    public string FilePath { get; } = path;
}
