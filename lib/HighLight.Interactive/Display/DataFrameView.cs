using System.Collections.Immutable;
using HighLight.Experiments.Display;
using HighLight.Experiments.Tables;
using Microsoft.Data.Analysis;

namespace HighLight.Interactive.Display;

/// <summary>Data frames as the tables of results look: units in the headings, numbers to the right, the first rows.</summary>
internal static class DataFrameView
{
    /// <summary>The first <see cref="TableView.DefaultRows"/> rows.</summary>
    public static TableView Of(DataFrame frame)
    {
        var shown = (int)Math.Min(TableView.DefaultRows, frame.Rows.Count);
        return new(
            [.. frame.Columns.Select(column => Heading(frame, column))],
            [.. frame.Columns.Select(column => IsNumeric(column.DataType))],
            [.. Enumerable.Range(0, shown).Select(row => frame.Columns.Select(column => NumberText.Of(column[row])).ToImmutableArray())],
            frame.Rows.Count - shown);
    }

    private static string Heading(DataFrame frame, DataFrameColumn column) =>
        (frame as ResultDataFrame)?.Describe(column)?.Heading ?? column.Name;

    private static bool IsNumeric(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
