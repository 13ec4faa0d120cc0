using System.Globalization;
using HighLight.Notebooks.Host.Native;

namespace HighLight.Notebooks.Host;

/// <summary>What the process does.</summary>
internal static class HostProgram
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        // The same output on every machine; a cell may use any culture by name.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        HostArguments parsed;
        try
        {
            parsed = HostArguments.Parse(arguments);
        }
        catch (ArgumentException exception)
        {
            // Of the usage, or a path that cannot be one.
            new EventStream(new EventOutput()).Invalid(exception.Message);
            return ExitCodes.Invalid;
        }

        switch (parsed)
        {
            case RunArguments run:
                await RunCommand.RunAsync(run);
                break;
            case RecoverArguments recover:
                return RecoverCommand.Run(recover.Run);
            case ConvertArguments convert:
                return ConvertCommand.Run(convert);
        }

        return ExitCodes.Invalid;
    }
}
