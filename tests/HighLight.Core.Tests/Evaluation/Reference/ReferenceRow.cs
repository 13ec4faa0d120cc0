using System.Globalization;

namespace HighLight.Evaluation.Reference;

/// <summary>A row of a CSV file of this folder, its cells by column name. The files hold no quoted fields.</summary>
public sealed class ReferenceRow
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[] _cells;

    private ReferenceRow(Dictionary<string, int> columns, string[] cells)
    {
        _columns = columns;
        _cells = cells;
    }

    public string this[string column] => _cells[_columns[column]];

    public double Number(string column) => double.Parse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture);

    public int Integer(string column) => int.Parse(this[column], NumberStyles.None, CultureInfo.InvariantCulture);

    public override string ToString() => string.Join(',', _cells.Take(6));

    /// <summary>The rows of <paramref name="file"/>.</summary>
    public static IReadOnlyList<ReferenceRow> Read(string file)
    {
        using var stream = typeof(ReferenceRow).Assembly.GetManifestResourceStream($"HighLight.Evaluation.Reference.{file}")
            ?? throw new FileNotFoundException($"No embedded resource '{file}'.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        return [.. lines.Skip(1).Select(line => new ReferenceRow(columns, line.Split(',')))];
    }
}
