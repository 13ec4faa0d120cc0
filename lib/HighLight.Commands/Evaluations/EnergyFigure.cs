using System.Collections.Immutable;
using HighLight.Commands.Formatting;
using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Commands.Evaluations;

/// <summary>Designs side by side: the energy by component, stacked, and the EDP over that of the first design.</summary>
internal static class EnergyFigure
{
    private const double PjPerMicrojoule = 1e6;

    /// <summary>The figure; a single design has nothing to be compared with and so one panel.</summary>
    /// <param name="title">What was evaluated.</param>
    /// <param name="results">At least one design.</param>
    public static ResultFigure Of(string title, ImmutableArray<(Accelerator Design, EnergyBreakdown Energy, double EdpPjCycles)> results)
    {
        var energy = new ResultPanel(
            "energy by component", "energy", "µJ", [.. results.SelectMany(result => Parts(result.Design, result.Energy))]);
        if (results.Length == 1)
        {
            return new(title, [energy]);
        }

        var first = results[0];
        var edp = new ResultPanel(
            "energy-delay product",
            $"EDP, {first.Design.Name} = 1",
            Unit: "",
            [.. results.Select(result => new ResultBar(result.Design.Name, result.Design.Name, result.EdpPjCycles / first.EdpPjCycles))]);
        return new(title, [energy, edp]);
    }

    private static IEnumerable<ResultBar> Parts(Accelerator design, EnergyBreakdown energy)
    {
        (string Component, double Picojoules)[] parts =
        [
            ("mac", energy.Mac), ("registers", energy.Registers), ("accumulation", energy.Accumulation), ("buffer", energy.Buffer),
            ("metadata", energy.Metadata), ("dram", energy.Dram), ("safs", energy.Safs),
        ];
        return parts.Select(part => new ResultBar(design.Name, part.Component, part.Picojoules / PjPerMicrojoule));
    }
}
