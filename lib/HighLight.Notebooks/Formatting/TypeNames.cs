namespace HighLight.Notebooks.Formatting;

/// <summary>Types as C# writes them, without namespaces that a reader of a notebook knows anyway.</summary>
internal static class TypeNames
{
    public static string OfValue(object? value) => value is null ? "null" : Of(value.GetType());

    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? type.Name : type.Name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
