namespace HighLight.Notebooks.Formatting;

/// <summary>A formatter that a cell or a package registered.</summary>
/// <param name="Type">The type whose values, subtypes' values or, if it is open generic, constructions' values it writes.</param>
/// <param name="MimeType">What it writes.</param>
/// <param name="Write">Writes a value; false if the formatter declines it.</param>
internal sealed record RegisteredFormatter(Type Type, string MimeType, Func<object, TextWriter, bool> Write)
{
    /// <summary>A formatter that takes every value.</summary>
    public RegisteredFormatter(Type type, string mimeType, Action<object, TextWriter> write)
        : this(type, mimeType, (value, writer) =>
        {
            write(value, writer);
            return true;
        })
    {
    }

    /// <summary>
    /// How far the type is from a value's type: 0 for the type itself, more for base types, then interfaces; null if it does not apply.
    /// </summary>
    public int? Distance(Type type)
    {
        int distance = 0;
        for (Type? current = type; current is not null; current = current.BaseType, distance++)
        {
            if (Is(current))
            {
                return current == typeof(object) ? int.MaxValue : distance;
            }
        }

        return type.GetInterfaces().Any(Is) ? distance : null;
    }

    private bool Is(Type candidate) => candidate == Type || (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == Type);
}
