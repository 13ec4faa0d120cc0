using HighLight.Hardware;

namespace HighLight.Experiments.Breakdown;

/// <summary>The energy of one component on one cell, or the area of one component; the run without parts where a design refuses the cell.</summary>
internal sealed record BreakdownRow(string Quantity, string Design, string? Component, bool? IsSaf)
{
    public CellRun? Run { get; private init; }

    public double? EnergyPj { get; private init; }

    public double? AreaMm2 { get; private init; }

    /// <summary>Of the design's total.</summary>
    public double? Share { get; private init; }

    public static IEnumerable<BreakdownRow> OfEnergy(CellRun run)
    {
        if (run.Result is not { } result)
        {
            return [new("energy", run.Design.Name, Component: null, IsSaf: null) { Run = run }];
        }

        return EnergyPart.Of(result.Energy).Select(part => new BreakdownRow("energy", run.Design.Name, part.Component, part.IsSaf)
        {
            Run = run,
            EnergyPj = part.Pj,
            Share = part.Pj / result.EnergyPj,
        });
    }

    public static IEnumerable<BreakdownRow> OfArea(Accelerator design, AreaBreakdown area) => area.Components.Select(part =>
        new BreakdownRow("area", design.Name, part.Name, part.IsSaf) { AreaMm2 = part.Mm2, Share = part.Mm2 / area.TotalMm2 });
}
