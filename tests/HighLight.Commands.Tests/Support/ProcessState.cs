using System.Diagnostics;

namespace HighLight.Commands.Tests.Support;

/// <summary>Whether processes are still there.</summary>
internal static class ProcessState
{
    /// <summary>Whether the process with this number lives; one that nobody has waited for yet does not.</summary>
    public static bool Lives(string processId)
    {
        var stat = $"/proc/{processId}/stat";
        if (!Directory.Exists("/proc/self"))
        {
            return Process.GetProcesses().Any(process => process.Id == int.Parse(processId));
        }

        try
        {
            var text = File.ReadAllText(stat);
            return text[text.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
