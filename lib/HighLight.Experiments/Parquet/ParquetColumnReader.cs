using HighLight.Experiments.Tables;
using Microsoft.Data.Analysis;
using ParquetSharp;

namespace HighLight.Experiments.Parquet;

/// <summary>
/// Collects one column over the row groups; its answer says whether the type is one of ours. Values arrive in batches, so a file that
/// claims more rows than it holds costs no memory.
/// </summary>
internal sealed class ParquetColumnReader(string name) : ILogicalColumnReaderVisitor<bool>
{
    private const int BatchSize = 8192;

    public ColumnType Type { get; private set; }

    public DataFrameColumn? Column { get; private set; }

    public bool OnLogicalColumnReader<TValue>(LogicalColumnReader<TValue> reader)
    {
        switch (reader)
        {
            case LogicalColumnReader<string?> text:
                var strings = Target(ColumnType.Text, () => new StringDataFrameColumn(name));
                ForEach(text, strings.Append);
                return true;
            case LogicalColumnReader<double?> doubles:
                return Read(doubles, ColumnType.Double, () => new DoubleDataFrameColumn(name));
            case LogicalColumnReader<float?> singles:
                return Read(singles, ColumnType.Single, () => new SingleDataFrameColumn(name));
            case LogicalColumnReader<int?> integers:
                return Read(integers, ColumnType.Int32, () => new Int32DataFrameColumn(name));
            case LogicalColumnReader<long?> integers:
                return Read(integers, ColumnType.Int64, () => new Int64DataFrameColumn(name));
            case LogicalColumnReader<bool?> flags:
                return Read(flags, ColumnType.Boolean, () => new BooleanDataFrameColumn(name));
            default:
                return false;
        }
    }

    private bool Read<T>(LogicalColumnReader<T?> reader, ColumnType type, Func<PrimitiveDataFrameColumn<T>> create)
        where T : unmanaged
    {
        ForEach(reader, Target(type, create).Append);
        return true;
    }

    private TColumn Target<TColumn>(ColumnType type, Func<TColumn> create)
        where TColumn : DataFrameColumn
    {
        Type = type;
        var column = (TColumn?)Column ?? create();
        Column = column;
        return column;
    }

    private static void ForEach<T>(LogicalColumnReader<T> reader, Action<T> append)
    {
        var batch = new T[BatchSize];
        for (var count = reader.ReadBatch(batch); count > 0; count = reader.ReadBatch(batch))
        {
            foreach (var value in batch.AsSpan(0, count))
            {
                append(value);
            }
        }
    }
}
