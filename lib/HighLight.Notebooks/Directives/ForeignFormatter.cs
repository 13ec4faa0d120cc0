using System.Reflection;
using HighLight.Notebooks.Formatting;

namespace HighLight.Notebooks.Directives;

/// <summary>A formatter that was registered in .NET Interactive's own library: <c>ITypeFormatter</c>, called by its shape.</summary>
internal static class ForeignFormatter
{
    private const string InterfaceName = "Microsoft.DotNet.Interactive.Formatting.ITypeFormatter";

    /// <summary>The formatter for this engine; null if the object has another shape.</summary>
    public static RegisteredFormatter? Create(object formatter)
    {
        var face = Array.Find(
            formatter.GetType().GetInterfaces(), type => string.Equals(type.FullName, InterfaceName, StringComparison.Ordinal));
        var format = face?.GetMethod("Format");
        if (format?.GetParameters() is not [_, { ParameterType: var context }]
            || context.GetConstructor([typeof(TextWriter)]) is not { } newContext
            || face!.GetProperty("Type")?.GetValue(formatter) is not Type type
            || face.GetProperty("MimeType")?.GetValue(formatter) is not string { Length: > 0 } mimeType)
        {
            return null;
        }

        return new RegisteredFormatter(type, mimeType, (value, writer) =>
        {
            object written = newContext.Invoke([writer]);
            try
            {
                return format.Invoke(formatter, BindingFlags.DoNotWrapExceptions, binder: null, [value, written], culture: null) is true;
            }
            finally
            {
                (written as IDisposable)?.Dispose();
            }
        });
    }
}
