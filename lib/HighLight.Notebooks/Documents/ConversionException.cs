namespace HighLight.Notebooks.Documents;

/// <summary>A file cannot be converted to the file that was named. The message names the fix.</summary>
public sealed class ConversionException : ArgumentException
{
    internal ConversionException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
