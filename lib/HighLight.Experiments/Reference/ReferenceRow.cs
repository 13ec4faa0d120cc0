using System.Collections.Immutable;
using System.Globalization;

namespace HighLight.Experiments.Reference;

/// <summary>A row of a CSV file whose cells are read by column; what is wrong with them is collected.</summary>
internal sealed class ReferenceRow(string file, int line, ImmutableArray<string> columns, ImmutableArray<string> cells, List<string> problems)
{
    /// <summary>A cell, which may be empty.</summary>
    public string Text(string column) => cells[columns.IndexOf(column)].Trim();

    /// <summary>A cell that must not be empty.</summary>
    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            Report(column, "is empty: give a value.");
        }

        return text;
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>; null where the cell is empty or wrong.</summary>
    public double? Number(string column, double least = double.MinValue, double most = double.MaxValue)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(column, least == double.MinValue ? $"is '{text}', not a number such as 76.5." : Invariant($"is '{text}', not a number in {least}..{most}."));
        return null;
    }

    /// <summary>One of the names of an enumeration, in any case; null where the cell is empty or wrong.</summary>
    public T? Name<T>(string column)
        where T : struct, Enum
    {
        var text = Text(column);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        if (text.Length > 0)
        {
            Report(column, $"is '{text}', not one of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}.");
        }

        return null;
    }

    /// <summary>Adds a violation.</summary>
    public void Report(string column, string what) => problems.Add(Invariant($"{file}, line {line}, column '{column}': {what}"));
}
