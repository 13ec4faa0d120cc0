namespace HighLight.Notebooks.Host;

/// <summary>The command line is not understood.</summary>
internal sealed class HostUsageException(string message) : ArgumentException(message);
