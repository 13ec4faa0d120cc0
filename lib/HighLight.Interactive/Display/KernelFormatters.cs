using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace HighLight.Interactive.Display;

/// <summary>Our formatters in the kernel's table, where the latest registration for a type wins.</summary>
internal static class KernelFormatters
{
    /// <summary>The extension inside the package of data frames. It registers a formatter of its own, with random ids.</summary>
    private const string DataFrameExtension = "Microsoft.Data.Analysis.Interactive";

    /// <summary>Registers all formatters.</summary>
    public static void Register()
    {
        foreach (var formatter in ForeignTypeFormatters.All)
        {
            Formatter.Register(formatter.Type, (value, context) => formatter.Format(value, context.Writer), formatter.MimeType);
        }

        foreach (var type in ForeignTypeFormatters.All.GroupBy(formatter => formatter.Type))
        {
            Formatter.SetPreferredMimeTypesFor(type.Key, [.. type.Select(formatter => formatter.MimeType)]);
        }
    }

    /// <summary>
    /// Registers them again when the extension of data frames was loaded after this one: before the command that follows, and so before
    /// any code of the user, whose own formatters are to win.
    /// </summary>
    public static void StayAhead(Kernel kernel) => StayAhead(kernel, () => IsLoaded(DataFrameExtension));

    /// <summary>As <see cref="StayAhead(Kernel)"/>.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="isLoaded">Whether the other extension is loaded; once it is, it stays so.</param>
    internal static void StayAhead(Kernel kernel, Func<bool> isLoaded)
    {
        var isFirst = true;
        var wasLoaded = false;
        kernel.AddMiddleware(
            (command, context, next) =>
            {
                var isAhead = !isFirst && (wasLoaded || !isLoaded());
                if (!isAhead)
                {
                    Register();
                    isFirst = false;
                    wasLoaded = isLoaded();
                }

                return next(command, context);
            },
            nameof(KernelFormatters));
    }

    private static bool IsLoaded(string assembly) =>
        AppDomain.CurrentDomain.GetAssemblies().Any(loaded => string.Equals(loaded.GetName().Name, assembly, StringComparison.Ordinal));
}
