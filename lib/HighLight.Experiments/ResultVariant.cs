using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace HighLight.Experiments;

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
        where T : notnull => Join(typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .OrderBy(property => property.MetadataToken)
            .Select(property => Of(property.Name, property.GetValue(settings), property.GetValue(standard))));

    /// <summary>The same for one value; empty where it is the standard one.</summary>
    public static string Of(string name, object? value, object? standard) => AreEqual(value, standard) ? "" : $"{name} = {Text(value)}";

    /// <summary>Joins what is not empty.</summary>
    public static string Join(params IEnumerable<string> differences) => string.Join("; ", differences.Where(text => text.Length > 0));

    /// <summary>A short key of a variant for file names: 8 hexadecimal digits.</summary>
    public static string Key(string variant) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(variant)).AsSpan(0, 4));

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
            _ => value.GetType().GetProperty("Name")?.GetValue(value) as string ?? value.ToString() ?? "",
        };
        return text.Length > LongestValue ? $"{text[..LongestValue]}… ({Key(text)})" : text;
    }
}
