using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Parameters;

namespace HighLight.Notebooks.Host;

/// <summary>What keeps a notebook from being run: its file, its parameters or the arguments, not a fault of the host.</summary>
internal static class UnusableInput
{
    /// <summary>Whether an exception says so.</summary>
    public static bool Is(Exception exception) =>
        exception is HostUsageException or NotebookFormatException or ParameterException or IOException or UnauthorizedAccessException;
}
