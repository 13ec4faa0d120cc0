using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Host.Native;

namespace HighLight.Notebooks.Host;

/// <summary>Converts a notebook between formats.</summary>
internal static class ConvertCommand
{
    /// <summary>Returns the exit code.</summary>
    public static int Run(ConvertArguments arguments)
    {
        var events = new EventStream(new EventOutput());
        try
        {
            foreach (string warning in NotebookConverter.Convert(arguments.Input, arguments.Output))
            {
                events.Warning(warning);
            }

            return ExitCodes.Success;
        }
        catch (Exception exception) when (exception is ConversionException or NotebookFormatException)
        {
            events.Invalid(exception.Message);
            return ExitCodes.Invalid;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            events.WriteFailed(exception.Message);
            return ExitCodes.WriteFailed;
        }
    }
}
