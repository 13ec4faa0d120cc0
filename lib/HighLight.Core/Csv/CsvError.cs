namespace HighLight.Csv;

/// <summary>One violation in a CSV text.</summary>
/// <param name="Line">The line of the text, from 1, where the record begins.</param>
/// <param name="Column">The name of the column; empty when the whole record is meant.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Legal">What may stand there, or what to do.</param>
public sealed record CsvError(int Line, string Column, string Message, string Legal)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Invariant($"line {Line}{(Column.Length == 0 ? "" : $", column {Column}")}: {Message}{(Legal.Length == 0 ? "" : " ")}{Legal}");
}
