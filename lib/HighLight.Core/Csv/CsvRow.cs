using System.Globalization;

namespace HighLight.Csv;

/// <summary>A row of a <see cref="CsvTable"/>: fields by the name of their column, read as what they should be.</summary>
/// <param name="table">The table, which gathers what is wrong.</param>
/// <param name="record">The fields.</param>
internal sealed class CsvRow(CsvTable table, CsvRecord record)
{
    private const int MaxShown = 80;

    /// <summary>The line it begins on, from 1.</summary>
    public int Line => record.Line;

    /// <summary>How many fields it has.</summary>
    public int Width => record.Fields.Length;

    /// <summary>The field, trimmed; empty where the text has no such column.</summary>
    public string Text(string column) => table.PlaceOf(column) is { } place && place < record.Fields.Length ? record.Fields[place].Trim() : "";

    /// <summary>Whether something stands in the field.</summary>
    public bool Has(string column) => Text(column).Length > 0;

    /// <summary>A whole number; <paramref name="otherwise"/> where the field is empty and need not be filled, or where it is wrong.</summary>
    public long Number(string column, long least, long most, long otherwise, bool required)
    {
        var text = Text(column);
        if (text.Length == 0 && !required)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Error(column, text.Length == 0 ? "is empty." : Invariant($"'{Shown(text)}' is no such number."), Invariant($"A whole number {least}..{most}."));
        return otherwise;
    }

    /// <summary>A finite number of 0 or more, and at most <paramref name="most"/>; null where the field is empty.</summary>
    public double? Value(string column, double most = double.MaxValue)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0 && value <= most)
        {
            return value;
        }

        var range = most < double.MaxValue ? Invariant($"0..{most}") : "0 or more";
        Error(column, Invariant($"'{Shown(text)}' is no such number."), Invariant($"A finite number, {range}, with a decimal point."));
        return 0;
    }

    /// <summary>One of the values of an enumeration, by its name in any case.</summary>
    /// <param name="column">The column.</param>
    /// <param name="nameOf">What a value is called.</param>
    /// <param name="kind">What the message calls it: a tag.</param>
    /// <param name="otherwise">The value where the field is wrong.</param>
    public T Choice<T>(string column, Func<T, string> nameOf, string kind, T otherwise)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(nameOf(value), Text(column), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Error(column, Invariant($"'{Shown(Text(column))}' is no {kind}."), Invariant($"{char.ToUpperInvariant(kind[0])}{kind[1..]}s: {string.Join(", ", Enum.GetValues<T>().Select(nameOf))}."));
        return otherwise;
    }

    /// <summary>Reports what is wrong with a field, or with the row where the column is empty.</summary>
    public void Error(string column, string message, string legal) => table.Add(new(Line, column, message, legal));

    /// <summary>The field as a message quotes it: its beginning.</summary>
    private static string Shown(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "…";
}
