using System.Collections.Immutable;
using HighLight.Experiments.Display;
using Microsoft.Data.Analysis;

namespace HighLight.Experiments.Tables;

/// <summary>
/// A tidy table of results: one observation a row, a unit on every number, and metadata that says where it comes from. It does not
/// change; <see cref="ToDataFrame"/> gives a copy to work on.
/// </summary>
/// <remarks>
/// Column names are unique without regard to case. Numbers are finite: a value that does not exist is null, never NaN or an infinity
/// (which Parquet readers, SQL and JSON each treat differently); such a cell is refused with its row and column.
/// </remarks>
/// <example>
/// <code>
/// var table = ResultTable.From("sweep", rows, columns => columns
///     .Text("design", r => r.Design)
///     .Integer("cycles", "cycles", r => r.Cycles)
///     .Number("energy_pJ", "pJ", r => r.EnergyPj, "Energy of the whole layer, DRAM included."));
/// table.WriteParquet("sweep.parquet");
/// </code>
/// </example>
[TypeFormatterSource(typeof(DisplayFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Plain])]
public sealed class ResultTable : IDisplayable
{
    private readonly DataFrame _frame;

    private ResultTable(
        string name,
        ImmutableArray<TableColumn> columns,
        DataFrame frame,
        ImmutableSortedDictionary<string, string> metadata)
    {
        Name = name;
        Columns = columns;
        _frame = frame;
        Metadata = metadata;
    }

    /// <summary>What the table holds, for example the experiment's name.</summary>
    public string Name { get; }

    /// <summary>The columns in their order.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>Facts about the whole table (experiment, library version, technology, …), kept in the Parquet file. Keys sort ordinally.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; }

    /// <summary>How many rows a notebook shows at most, and <see cref="ToHtml"/> and <see cref="ToText"/> by default; 20 unless <see cref="WithShownRows"/> says otherwise.</summary>
    public int ShownRows { get; private init; } = TableView.DefaultRows;

    /// <summary>The number of rows.</summary>
    public long RowCount => _frame.Rows.Count;

    /// <summary>The cell of a row (from 0) and a column (from 0): a string, double, float, int, long, bool or null.</summary>
    public object? this[long row, int column] => _frame.Columns[column][row];

    /// <summary>The values of a column in row order.</summary>
    /// <exception cref="ArgumentException">There is no such column; the message lists them.</exception>
    public ImmutableArray<object?> this[string column]
    {
        get
        {
            var index = IndexOf(column);
            return [.. Enumerable.Range(0, checked((int)RowCount)).Select(row => this[row, index])];
        }
    }

    /// <summary>Builds a table from typed rows.</summary>
    /// <param name="name">What the table holds.</param>
    /// <param name="rows">The observations, enumerated once.</param>
    /// <param name="columns">Adds the columns, in order.</param>
    /// <exception cref="InvalidTableException">A rule is broken; every violation is listed.</exception>
    public static ResultTable From<TRow>(string name, IEnumerable<TRow> rows, Action<ColumnSet<TRow>> columns)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var set = new ColumnSet<TRow>();
        columns(set);
        var descriptors = set.Columns.Select(column => column.Descriptor).ToImmutableArray();
        if (TableRules.CheckColumns(descriptors) is { IsEmpty: false } problems)
        {
            throw new InvalidTableException(name, problems);
        }

        var list = rows.ToList();
        return Checked(name, descriptors, new DataFrame(set.Columns.Select(column => column.Read(list))), NoMetadata);
    }

    /// <summary>Builds a table from a data frame, which is copied, and a descriptor for each of its columns in the frame's order.</summary>
    /// <exception cref="InvalidTableException">A rule is broken or a descriptor does not fit its column; every violation is listed.</exception>
    public static ResultTable From(string name, DataFrame frame, IEnumerable<TableColumn> columns)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(columns);
        var descriptors = columns.ToImmutableArray();
        var problems = TableRules.CheckColumns(descriptors).ToBuilder();
        if (frame.Columns.Count != descriptors.Length)
        {
            problems.Add($"the data frame has {frame.Columns.Count} columns, but {descriptors.Length} are described: describe each of them.");
        }

        foreach (var (column, descriptor) in frame.Columns.Zip(descriptors))
        {
            var type = TypeOf(column);
            if (!string.Equals(column.Name, descriptor.Name, StringComparison.Ordinal) || type != descriptor.Type)
            {
                problems.Add(
                    $"the data frame's column '{column.Name}' of {column.DataType.Name} is described as '{descriptor.Name}' of " +
                    $"{descriptor.Type}: name and type must agree.");
            }
        }

        return problems.Count > 0
            ? throw new InvalidTableException(name, problems.ToImmutable())
            : Checked(name, descriptors, frame.Clone(), NoMetadata);
    }

    /// <summary>The table with one more fact (or another value of it) in its metadata.</summary>
    /// <exception cref="ArgumentException">The key is empty or begins with a prefix that the Parquet file uses itself.</exception>
    public ResultTable WithMetadata(string key, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(value);
        return ReservedKeys.Include(key)
            ? throw new ArgumentException($"The metadata key '{key}' is kept for the file format: choose another.", nameof(key))
            : new(Name, Columns, _frame, Metadata.SetItem(key, value)) { ShownRows = ShownRows };
    }

    /// <summary>The same table, of which a reader sees up to <paramref name="rows"/> rows; what is saved does not change.</summary>
    /// <param name="rows">At least 1.</param>
    public ResultTable WithShownRows(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new(Name, Columns, _frame, Metadata) { ShownRows = rows };
    }

    /// <summary>A copy of the data, free to be changed. As long as it is not filtered or joined it is shown with the units of this table.</summary>
    public DataFrame ToDataFrame() => new ResultDataFrame(_frame.Clone(), Columns);

    /// <summary>The first rows as an HTML table.</summary>
    /// <param name="maxRows">How many rows at most, default <see cref="ShownRows"/>; the others are counted below.</param>
    public string ToHtml(int? maxRows = null) => View(maxRows ?? ShownRows).ToHtml();

    /// <summary>The first rows as aligned text.</summary>
    /// <param name="maxRows">How many rows at most, default <see cref="ShownRows"/>; the others are counted below.</param>
    public string ToText(int? maxRows = null) => View(maxRows ?? ShownRows).ToText();

    /// <summary>The first rows as aligned text.</summary>
    public override string ToString() => ToText();

    string? IDisplayable.Render(string mimeType) => mimeType switch
    {
        MimeType.Html => ToHtml(),
        MimeType.Plain => ToText(),
        _ => null,
    };

    private TableView View(int maxRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxRows);
        var shown = (int)Math.Min(maxRows, RowCount);
        return new(
            [.. Columns.Select(column => column.Heading)],
            [.. Columns.Select(column => column.IsNumeric)],
            [.. Enumerable.Range(0, shown).Select(row =>
                Enumerable.Range(0, Columns.Length).Select(column => NumberText.Of(this[row, column])).ToImmutableArray())],
            RowCount - shown);
    }

    internal DataFrameColumn Data(int column) => _frame.Columns[column];

    private static ImmutableSortedDictionary<string, string> NoMetadata { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static ResultTable Checked(
        string name,
        ImmutableArray<TableColumn> columns,
        DataFrame frame,
        ImmutableSortedDictionary<string, string> metadata)
    {
        var problems = frame.Columns.SelectMany(TableRules.CheckCells).ToImmutableArray();
        return problems.IsEmpty ? new(name, columns, frame, metadata) : throw new InvalidTableException(name, problems);
    }

    private static ColumnType? TypeOf(DataFrameColumn column) => column switch
    {
        StringDataFrameColumn => ColumnType.Text,
        DoubleDataFrameColumn => ColumnType.Double,
        SingleDataFrameColumn => ColumnType.Single,
        Int32DataFrameColumn => ColumnType.Int32,
        Int64DataFrameColumn => ColumnType.Int64,
        BooleanDataFrameColumn => ColumnType.Boolean,
        _ => null,
    };

    private int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new ArgumentException(
            $"The table '{Name}' has no column '{column}'. It has: {string.Join(", ", Columns.Select(c => c.Name))}.",
            nameof(column));
    }
}
