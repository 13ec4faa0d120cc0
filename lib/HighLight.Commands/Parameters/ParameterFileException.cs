namespace HighLight.Commands.Parameters;

/// <summary>A parameter file cannot be read any further.</summary>
/// <param name="line">1-based; null where no line is to blame.</param>
/// <param name="message">Why, and how to mend it.</param>
internal sealed class ParameterFileException(long? line, string message) : Exception(message)
{
    /// <summary>1-based; null where no line is to blame.</summary>
    public long? Line { get; } = line;
}
