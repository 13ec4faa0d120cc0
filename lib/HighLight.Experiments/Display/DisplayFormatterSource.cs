namespace HighLight.Experiments.Display;

/// <summary>One formatter a MIME type for every <see cref="IDisplayable"/>; created by the kernel through its public constructor.</summary>
internal sealed class DisplayFormatterSource
{
    /// <summary>The formatters, found by name and shape.</summary>
    #pragma warning disable CA1822 // the kernel asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => MimeType.All.Select(mimeType => new DisplayFormatter(mimeType));
#pragma warning restore CA1822
}
