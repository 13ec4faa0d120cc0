using System.Collections;
using System.Reflection;

namespace HighLight.Notebooks.Formatting;

/// <summary>
/// Formatters that a type brings along without referring to anybody: the convention of .NET Interactive. An attribute on the type whose
/// name is
/// <c>TypeFormatterSourceAttribute</c>, in any namespace, names a source type (<c>Type FormatterSourceType</c>) and optionally what to show
/// (<c>string[] PreferredMimeTypes</c>). The source has a public parameterless constructor and <c>CreateTypeFormatters()</c>, which gives
/// objects with
/// <c>string MimeType</c>, optionally <c>Type Type</c>, and <c>bool Format(object, TextWriter)</c>; false declines the value.
/// </summary>
internal static class ConventionFormatters
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    /// <summary>The formatters of the value's type, in the order in which their source gives them.</summary>
    /// <exception cref="FormattingException">The type follows the convention only in part.</exception>
    public static IReadOnlyList<Representation> Of(object value) =>
        [.. value.GetType().GetCustomAttributes(inherit: true)
            .Where(attribute => string.Equals(attribute.GetType().Name, AttributeName, StringComparison.Ordinal))
            .SelectMany(attribute => Of(value, attribute))];

    private static IEnumerable<Representation> Of(object value, object attribute)
    {
        var sourceType = Property<Type>(attribute, "FormatterSourceType")
            ?? throw Broken(value, $"its {AttributeName} has no FormatterSourceType");
        string[]? preferred = Property<string[]>(attribute, "PreferredMimeTypes") is { Length: > 0 } named ? named : null;
        foreach (object formatter in Formatters(value, sourceType))
        {
            string mimeType = Property<string>(formatter, "MimeType")
                ?? throw Broken(value, $"{TypeNames.OfValue(formatter)} has no public string MimeType");
            if (Property<Type>(formatter, "Type") is { } only && !only.IsInstanceOfType(value))
            {
                continue;
            }

            var format = FormatMethod(formatter)
                ?? throw Broken(
                    value, $"{TypeNames.OfValue(formatter)} needs exactly one public instance method bool Format(object, TextWriter)");
            bool isPreferred = preferred is null || preferred.Contains(mimeType, StringComparer.Ordinal);
            yield return new Representation(mimeType, () => Run(format, formatter, value), isPreferred);
        }
    }

    private static IEnumerable<object> Formatters(object value, Type sourceType)
    {
        var constructor = sourceType.GetConstructor(Type.EmptyTypes)
            ?? throw Broken(value, $"{sourceType} has no public parameterless constructor");
        var create = sourceType.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)
            ?? throw Broken(value, $"{sourceType} has no public instance method CreateTypeFormatters()");
        try
        {
            object source = constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
            return create.Invoke(
                source, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null) is IEnumerable formatters
                ? [.. formatters.Cast<object>()]
                : throw Broken(value, $"{sourceType}.CreateTypeFormatters() does not return a sequence");
        }
        catch (Exception exception) when (exception is not FormattingException)
        {
            throw new FormattingException(
                $"The formatters of {TypeNames.OfValue(value)} could not be made: {TypeNames.OfValue(exception)}: {exception.Message}",
                exception);
        }
    }

    private static MethodInfo? FormatMethod(object formatter)
    {
        var methods = formatter.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => string.Equals(method.Name, "Format", StringComparison.Ordinal) && method.ReturnType == typeof(bool))
            .Where(method => method.GetParameters() is [var instance, var writer] && instance.ParameterType == typeof(object)
                && writer.ParameterType == typeof(TextWriter))
            .ToArray();
        return methods is [var only] ? only : null;
    }

    private static string? Run(MethodInfo format, object formatter, object value) => Representation.WrittenIf(
        writer => (bool)format.Invoke(formatter, BindingFlags.DoNotWrapExceptions, binder: null, [value, writer], culture: null)!);

    private static T? Property<T>(object owner, string name)
        where T : class =>
        owner.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(owner) as T;

    private static FormattingException Broken(object value, string what) =>
        new($"The formatters of {TypeNames.OfValue(value)} cannot be used: {what}.");
}
