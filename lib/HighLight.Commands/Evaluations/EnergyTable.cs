using HighLight.Commands.Formatting;
using HighLight.Evaluation;
using HighLight.Hardware;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Evaluations;

/// <summary>Energies by component, a row for each design.</summary>
internal static class EnergyTable
{
    private const double PjPerMicrojoule = 1e6;

    /// <summary>The table; a design without an energy has a row of dashes.</summary>
    public static ResultTable Of(IEnumerable<(Accelerator Design, EnergyBreakdown? Energy)> results) => ResultTable.Create(
        "Energy by component (µJ)",
        [
            Text("design"), Number("mac"), Number("registers"), Number("accumulation"), Number("buffer"), Number("metadata"),
            Number("dram"), Number("safs"),
        ],
        results,
        row =>
        [
            DesignArgument.NameOf(row.Design),
            Microjoules(row.Energy?.Mac),
            Microjoules(row.Energy?.Registers),
            Microjoules(row.Energy?.Accumulation),
            Microjoules(row.Energy?.Buffer),
            Microjoules(row.Energy?.Metadata),
            Microjoules(row.Energy?.Dram),
            Microjoules(row.Energy?.Safs),
        ]);

    /// <summary>An energy in pJ as a table shows it, in µJ.</summary>
    public static string Microjoules(double? picojoules) =>
        picojoules is { } energy ? SummaryFigures.Format(energy / PjPerMicrojoule) : SummaryFigures.None;
}
