using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Networks;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>A point of the paper beside ours under one <see cref="ModelReading"/>.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Paper">The paper's point.</param>
/// <param name="Own">Our point as everywhere else.</param>
/// <param name="Cycles">Our cycles over the baseline's, both under the reading.</param>
/// <param name="Energy">Our energy over the baseline's, both under the reading.</param>
internal sealed record ReadingRow(string Reading, PaperPoint Paper, EdpPoint Own, double Cycles, double Energy)
{
    public double Edp => Cycles * Energy;

    public static ImmutableArray<ReadingRow> Of(EdpAccuracySettings settings, ImmutableArray<(PaperPoint Paper, EdpPoint Own)> beside)
    {
        var rows = ImmutableArray.CreateBuilder<ReadingRow>();
        foreach (var reading in settings.ModelReadings)
        {
            foreach (var network in beside.GroupBy(pair => pair.Own.Network.Name, StringComparer.Ordinal))
            {
                var baseline = NetworkEvaluation.Run(reading.Apply(EdpPoints.Request(settings, network.First().Own.Network, settings.Baseline, new DenseOperand())));
                foreach (var (paper, own) in network)
                {
                    var run = NetworkEvaluation.Run(reading.Apply(EdpPoints.Request(settings, own.Network, own.Design, own.A)));
                    if (run.Cycles / baseline.Cycles is { } cycles && run.EnergyPj / baseline.EnergyPj is { } energy)
                    {
                        rows.Add(new(reading.Name, paper, own, cycles, energy));
                    }
                }
            }
        }

        return rows.ToImmutable();
    }
}
