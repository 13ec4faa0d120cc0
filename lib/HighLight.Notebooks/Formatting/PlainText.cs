using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace HighLight.Notebooks.Formatting;

/// <summary>
/// Values as plain text: invariant culture, bounded in depth and length, so that an endless sequence or a cyclic graph is cut instead of hanging.
/// </summary>
internal static class PlainText
{
    /// <summary>How many items of a sequence are written.</summary>
    public const int ItemLimit = 20;

    /// <summary>How many rows of a matrix are written.</summary>
    public const int RowLimit = 40;

    private const int DepthLimit = 4;
    private const string Null = "<null>";

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        _ = value switch
        {
            null => text.Append(Null),
            string s => text.Append(s),
            IFormattable formattable => text.Append(formattable.ToString(format: null, CultureInfo.InvariantCulture)),
            Type type => text.Append(TypeNames.Of(type)),
            Exception exception => text.Append(exception.GetType().FullName).Append(": ").Append(exception.Message),
            _ when depth >= DepthLimit => text.Append('…'),
            ITuple tuple => Items(text, "( ", " )", Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), depth),
            Array { Rank: 2 } matrix => Matrix(text, matrix, depth),
            IDictionary dictionary => Items(text, "{ ", " }", dictionary.Cast<object>(), depth),
            IEnumerable items when !HasOwnText(value) => Items(text, IsMap(value) ? "{ " : "[ ", IsMap(value) ? " }" : " ]", items.Cast<object?>(), depth),
            DictionaryEntry entry => Pair(text, entry.Key, entry.Value, depth),
            _ when IsPair(value.GetType()) => Pair(text, Member(value, "Key"), Member(value, "Value"), depth),
            _ when HasOwnText(value) => text.Append(value.ToString()),
            _ => Properties(text, value, depth),
        };
    }

    private static StringBuilder Items(StringBuilder text, string open, string close, IEnumerable<object?> items, int depth)
    {
        text.Append(open);
        int count = 0;
        foreach (object? item in items)
        {
            if (count == ItemLimit)
            {
                text.Append(", …");
                break;
            }

            if (count++ > 0)
            {
                text.Append(", ");
            }

            Append(text, item, depth + 1);
        }

        return text.Append(count == 0 ? close.TrimStart() : close);
    }

    private static StringBuilder Matrix(StringBuilder text, Array matrix, int depth)
    {
        int rows = matrix.GetLength(0);
        for (int row = 0; row < Math.Min(rows, RowLimit); row++)
        {
            int r = row + matrix.GetLowerBound(0);
            text.Append(row == 0 ? "[ " : ",\n  ");
            Items(text, "[ ", " ]", Enumerable.Range(matrix.GetLowerBound(1), matrix.GetLength(1)).Select(column => matrix.GetValue(r, column)), depth + 1);
        }

        return text.Append(rows == 0 ? "[ ]" : rows > RowLimit ? ",\n  … ]" : " ]");
    }

    private static StringBuilder Pair(StringBuilder text, object? key, object? value, int depth)
    {
        Append(text, key, depth + 1);
        text.Append(": ");
        Append(text, value, depth + 1);
        return text;
    }

    private static StringBuilder Properties(StringBuilder text, object value, int depth)
    {
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
            .OrderBy(property => property.MetadataToken)
            .Take(ItemLimit)
            .ToArray();
        text.Append(TypeNames.OfValue(value));
        for (int i = 0; i < properties.Length; i++)
        {
            text.Append(i == 0 ? " { " : ", ").Append(properties[i].Name).Append(" = ");
            Append(text, properties[i].GetValue(value, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null), depth + 1);
        }

        return properties.Length == 0 ? text : text.Append(" }");
    }

    // Arrays and collections inherit the ToString that only names the type.
    private static bool HasOwnText(object value)
    {
        var declaring = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        return declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType);
    }

    private static bool IsMap(object value) =>
        value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static object? Member(object value, string name) => value.GetType().GetProperty(name)!.GetValue(value);
}
