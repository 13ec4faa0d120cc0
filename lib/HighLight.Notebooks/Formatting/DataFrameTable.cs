using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace HighLight.Notebooks.Formatting;

/// <summary>The first rows of a <c>Microsoft.Data.Analysis.DataFrame</c> as text, read by reflection.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="IsNumber">Whether a column holds numbers.</param>
/// <param name="Rows">The cells of the first rows; null for a missing value.</param>
/// <param name="RowCount">How many rows the frame has.</param>
internal sealed record DataFrameTable(ImmutableArray<string> Columns, ImmutableArray<bool> IsNumber, ImmutableArray<ImmutableArray<string?>> Rows, long RowCount)
{
    /// <summary>How many rows are shown.</summary>
    public const int RowLimit = 100;

    public static bool IsDataFrame(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (string.Equals(type.FullName, "Microsoft.Data.Analysis.DataFrame", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static DataFrameTable Of(object frame)
    {
        object[] columns = [.. ((IEnumerable)Get(frame, "Columns")!).Cast<object>()];
        long count = columns.Length == 0 ? 0 : Convert.ToInt64(Get(columns[0], "Length"), CultureInfo.InvariantCulture);
        var cells = columns.Select(column => Cells(column, Math.Min(count, RowLimit))).ToArray();
        return new DataFrameTable(
            [.. columns.Select(column => (string?)Get(column, "Name") ?? "")],
            [.. columns.Select(column => Get(column, "DataType") is Type type && IsNumeric(type))],
            [.. Enumerable.Range(0, (int)Math.Min(count, RowLimit)).Select(row => cells.Select(column => column[row]).ToImmutableArray())],
            count);
    }

    public string ToHtml()
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        for (int c = 0; c < Columns.Length; c++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th{Align(c)}>{WebUtility.HtmlEncode(Columns[c])}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (int c = 0; c < row.Length; c++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td{Align(c)}>{(row[c] is { } cell ? WebUtility.HtmlEncode(cell) : "<i>null</i>")}</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"</tbody>\n</table>\n<p>{Size}</p>").ToString();
    }

    public string ToText()
    {
        var widths = Columns.Select((name, c) => Rows.Select(row => (row[c] ?? "null").Length).Append(name.Length).Max()).ToArray();
        var text = new StringBuilder();
        AppendLine(Columns);
        foreach (var row in Rows)
        {
            AppendLine(row);
        }

        return text.Append(Size).ToString();

        void AppendLine(IReadOnlyList<string?> cells)
        {
            var padded = cells.Select((cell, c) => IsNumber[c] ? (cell ?? "null").PadLeft(widths[c]) : (cell ?? "null").PadRight(widths[c]));
            text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
        }
    }

    private string Size => RowCount > Rows.Length
        ? Invariant($"{RowCount} rows × {Columns.Length} columns, the first {Rows.Length} shown")
        : Invariant($"{RowCount} rows × {Columns.Length} columns");

    private string Align(int column) => IsNumber[column] ? " style=\"text-align:right\"" : " style=\"text-align:left\"";

    private static string?[] Cells(object column, long count)
    {
        var indexer = column.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .First(property => property.GetIndexParameters() is [var only] && only.ParameterType == typeof(long));
        var cells = new string?[count];
        for (long row = 0; row < count; row++)
        {
            object? value = indexer.GetValue(column, [row]);
            cells[row] = value is null ? null : PlainText.Of(value);
        }

        return cells;
    }

    // A column type hides the members of its base, so the most derived declaration is wanted.
    private static object? Get(object owner, string name) =>
        owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .First(property => string.Equals(property.Name, name, StringComparison.Ordinal) && property.GetIndexParameters().Length == 0)
            .GetValue(owner);

    private static bool IsNumeric(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
