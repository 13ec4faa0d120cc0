using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace HighLight.Experiments.Tables;

/// <summary>
/// A data frame that still knows what the columns of its <see cref="ResultTable"/> mean. What is derived from it does not.
/// </summary>
internal sealed class ResultDataFrame(DataFrame frame, ImmutableArray<TableColumn> descriptions) : DataFrame(frame.Columns)
{
    /// <summary>What a column means; null where the user added it, renamed it or changed its type.</summary>
    public TableColumn? Describe(DataFrameColumn column)
    {
        var described = descriptions.FirstOrDefault(description => string.Equals(description.Name, column.Name, StringComparison.Ordinal));
        return described is not null && described.IsNumeric == IsNumeric(column.DataType) ? described : null;
    }

    private static bool IsNumeric(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
