using System.Globalization;

namespace HighLight.Commands.Formatting;

/// <summary>How the values of the comparison are written, on the terminal and in the report alike.</summary>
internal static class SummaryFigures
{
    /// <summary>Stands for a value that there is none of.</summary>
    public const string None = "-";

    /// <summary>Our value with its unit; a pure number (unit 1) has none.</summary>
    public static string Ours(SummaryRow row) => WithUnit(row.Ours, row);

    /// <summary>The paper's value with its unit and, unless it is plainly sourced, how sure it is.</summary>
    public static string Paper(SummaryRow row) => row.Paper is not { } paper ? None
        : row.Confidence is "" or "sourced" ? WithUnit(paper, row)
        : $"{WithUnit(paper, row)} ({row.Confidence})";

    /// <summary>The ratio to three decimals.</summary>
    public static string Ratio(SummaryRow row) => row.Ratio is { } ratio ? ratio.ToString("0.000", CultureInfo.InvariantCulture) : None;

    /// <summary>Whole numbers below 10^15 in full, all others to five significant digits.</summary>
    public static string Format(double value) => double.IsInteger(value) && Math.Abs(value) < 1e15
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString("G5", CultureInfo.InvariantCulture);

    private static string WithUnit(double value, SummaryRow row) => row.Unit is "" or "1" ? Format(value) : $"{Format(value)} {row.Unit}";
}
