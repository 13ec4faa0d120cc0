using Microsoft.Data.Analysis;

namespace HighLight.Experiments.Tables;

/// <summary>
/// Collects the columns of a <see cref="ResultTable"/> in the order in which they are added: name, unit and how a cell is read from a row.
/// </summary>
/// <typeparam name="TRow">One observation.</typeparam>
public sealed class ColumnSet<TRow>
{
    private readonly List<Column> _columns = [];

    internal ColumnSet()
    {
    }

    internal IReadOnlyList<Column> Columns => _columns;

    /// <summary>Adds a text column.</summary>
    public ColumnSet<TRow> Text(string name, Func<TRow, string?> value, string description = "") =>
        Add(name, ColumnType.Text, unit: null, description, rows => new StringDataFrameColumn(name, rows.Select(value)));

    /// <summary>Adds a column of 64-bit floating point numbers; <paramref name="unit"/> is <c>1</c> where there is none.</summary>
    public ColumnSet<TRow> Number(string name, string unit, Func<TRow, double?> value, string description = "") =>
        Add(name, ColumnType.Double, unit, description, rows => new DoubleDataFrameColumn(name, rows.Select(value)));

    /// <summary>Adds a column of 32-bit floating point numbers; <paramref name="unit"/> is <c>1</c> where there is none.</summary>
    public ColumnSet<TRow> Number(string name, string unit, Func<TRow, float?> value, string description = "") =>
        Add(name, ColumnType.Single, unit, description, rows => new SingleDataFrameColumn(name, rows.Select(value)));

    /// <summary>Adds a column of 32-bit integers; <paramref name="unit"/> is <c>1</c> where there is none.</summary>
    public ColumnSet<TRow> Integer(string name, string unit, Func<TRow, int?> value, string description = "") =>
        Add(name, ColumnType.Int32, unit, description, rows => new Int32DataFrameColumn(name, rows.Select(value)));

    /// <summary>Adds a column of 64-bit integers; <paramref name="unit"/> is <c>1</c> where there is none.</summary>
    public ColumnSet<TRow> Integer(string name, string unit, Func<TRow, long?> value, string description = "") =>
        Add(name, ColumnType.Int64, unit, description, rows => new Int64DataFrameColumn(name, rows.Select(value)));

    /// <summary>Adds a column of truth values.</summary>
    public ColumnSet<TRow> Flag(string name, Func<TRow, bool?> value, string description = "") =>
        Add(name, ColumnType.Boolean, unit: null, description, rows => new BooleanDataFrameColumn(name, rows.Select(value)));

    private ColumnSet<TRow> Add(
        string name,
        ColumnType type,
        string? unit,
        string description,
        Func<IReadOnlyList<TRow>, DataFrameColumn> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(description);
        _columns.Add(new(new(name, type, unit, description), read));
        return this;
    }

    internal sealed record Column(TableColumn Descriptor, Func<IReadOnlyList<TRow>, DataFrameColumn> Read);
}
