using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using HighLight.Technology;

namespace HighLight.Experiments.Settings;

/// <summary>
/// Says in what a run departs from an experiment's defaults, so that its results never replace those of the default run.
/// </summary>
internal static class ResultVariant
{
    private const int LongestValue = 200;

    /// <summary>
    /// The properties in which <paramref name="settings"/> differs from <paramref name="standard"/>, such as <c>Gemm = 512x512x512</c>;
    /// empty where none does.
    /// </summary>
    public static string Of<T>(T settings, T standard)
        where T : notnull => Join(Settable(typeof(T))
            .Select(property => Of(property.Name, property.GetValue(settings), property.GetValue(standard))));

    /// <summary>The same for one value; empty where it is the standard one.</summary>
    public static string Of(string name, object? value, object? standard) => AreEqual(value, standard) ? "" : $"{name} = {Text(value)}";

    /// <summary>Joins what is not empty.</summary>
    public static string Join(params IEnumerable<string> differences) => string.Join("; ", differences.Where(text => text.Length > 0));

    /// <summary>A short key of a variant for file names: 8 hexadecimal digits.</summary>
    public static string Key(string variant) => Key(Encoding.UTF8.GetBytes(variant));

    /// <summary>The same of a file's content.</summary>
    public static string Key(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 4));

    // Immutable arrays are equal only if they share their memory, and so are records that hold them.
    private static bool AreEqual(object? left, object? right) =>
        left is not string && left is IEnumerable first && right is IEnumerable second
        ? first.Cast<object?>().SequenceEqual(second.Cast<object?>(), EqualityComparer<object?>.Create(AreEqual, _ => 0))
        : Equals(left, right);

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "none",
            string name => name,
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
            _ when value.GetType().GetProperty("Name")?.GetValue(value) is string name => $"{name} ({Key(Content(value))})",
            _ => value.ToString() ?? "",
        };
        return text.Length > LongestValue ? $"{text[..LongestValue]}… ({Key(text)})" : text;
    }

    // Two designs, tables or files may have one name: all that makes up a value, down to texts and numbers.
    private static string Content(object? value) => value switch
    {
        null => "none",
        string text => text,
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        TechnologyTable table => Content(table.Rows),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Content))}]",
        _ when Settable(value.GetType()).ToArray() is { Length: > 0 } properties =>
            $"{value.GetType().Name}{{{string.Join(", ", properties.Select(property => $"{property.Name} = {Content(property.GetValue(value))}"))}}}",
        _ => value.ToString() ?? "",
    };

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.MetadataToken);
}
