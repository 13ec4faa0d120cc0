namespace HighLight.Interactive.Directives;

/// <summary>A command line in a cell did not succeed. The message holds everything that the tool has to say about it.</summary>
public sealed class HighLightDirectiveException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the tool wrote about it.</param>
    public HighLightDirectiveException(string message)
        : base(message)
    {
    }
}
