using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;
using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>Runs every design with every pattern that it has an accuracy for.</summary>
internal static class EdpPoints
{
    /// <summary>All points of all networks with accuracies.</summary>
    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    public static ImmutableArray<EdpPoint> Of(EdpAccuracySettings settings)
    {
        settings.Check();
        return [.. settings.Networks.SelectMany(place => Of(settings, place.Network, settings.Accuracy.PairsOf(place.AccuracyOf)))];
    }

    /// <summary>Points of networks without accuracies: the EDP of a pattern is ours, the loss is not known, and must not be used.</summary>
    public static ImmutableArray<EdpPoint> Predicted(EdpAccuracySettings settings) =>
    [
        .. settings.PredictedOnly.SelectMany(network => Of(settings, network, settings.Accuracy.PairsOf(settings.PatternsOf)))
            .Where(point => point.Kind != PointKind.Reading)
            .DistinctBy(point => (point.Network.Name, point.Design.Name, point.A)),
    ];

    /// <summary>
    /// The points of one network that tell which of the patterns of <paramref name="asked"/> are on the frontier: whatever loses more than all of these, or does not count, dominates none of them.
    /// </summary>
    public static ImmutableArray<EdpPoint> Deciding(EdpAccuracySettings settings, Network network, string accuracyOf, Func<AccuracyPair, bool> asked)
    {
        settings.Check();
        var pairs = settings.Accuracy.PairsOf(accuracyOf);
        var most = pairs.Where(asked).Select(pair => pair.Row.Loss).DefaultIfEmpty(double.NegativeInfinity).Max();
        return [.. Of(settings with { Readings = [] }, network, [.. pairs.Where(pair => pair.Row.Loss <= most && KindOf(pair) is PointKind.Own or PointKind.SharedWeights)])];
    }

    private static IEnumerable<EdpPoint> Of(EdpAccuracySettings settings, Network network, ImmutableArray<AccuracyPair> pairs)
    {
        var baseline = Run(settings, network, settings.Baseline, new DenseOperand());
        var setup = settings.Setup.Of(Request(settings, network, settings.Baseline, new DenseOperand()));
        foreach (var design in settings.Designs)
        {
            yield return new(network, design, PointKind.Own, null, setup, Run(settings, network, design, new DenseOperand()), baseline);
            var runs = new Dictionary<OperandDensity, NetworkEvaluation>();
            foreach (var pair in pairs.Where(pair => pair.Design == design.Name))
            {
                if (!runs.TryGetValue(pair.A, out var run))
                {
                    runs.Add(pair.A, run = Run(settings, network, design, pair.A));
                }

                yield return new(network, design, KindOf(pair), pair, setup, run, baseline);
            }
        }

        foreach (var (of, design) in settings.Readings)
        {
            foreach (var pair in pairs.Where(pair => pair.Design == of))
            {
                yield return new(network, design, PointKind.Reading, pair, setup, Run(settings, network, design, pair.A), baseline);
            }
        }
    }

    private static PointKind KindOf(AccuracyPair pair) =>
        pair.Row.Confidence == Confidence.Recalled ? PointKind.Recalled
        : pair.Row.Training == TrainingLength.Extended ? PointKind.ExtendedTraining
        : pair.Weights == WeightsOrigin.Shared ? PointKind.SharedWeights
        : PointKind.Own;

    /// <summary>A network on a design with every default; <see cref="EdpAccuracySettings.Setup"/> changes it.</summary>
    public static NetworkRequest Request(EdpAccuracySettings settings, Network network, Accelerator design, OperandDensity a) => new(network, design)
    {
        Assignment = a switch
        {
            HssOperand hss => PatternAssignment.Uniform(hss.Pattern),
            UniformOperand uniform => PatternAssignment.Unstructured(uniform.Density),
            _ => PatternAssignment.Dense,
        },
        Policy = settings.Policy,
        Technology = settings.Technology,
        Constraints = settings.Constraints,
    };

    private static NetworkEvaluation Run(EdpAccuracySettings settings, Network network, Accelerator design, OperandDensity a)
    {
        var evaluation = NetworkEvaluation.Run(settings.Setup.Apply(Request(settings, network, design, a)));
        return evaluation.Refused.IsEmpty
            ? evaluation
            : throw new ArgumentException($"{design.Name} refuses {evaluation.Refused.Length} layers of {network.Title} with weights {a}, such as {evaluation.Refused[0].Layer.Name}: {evaluation.Refused[0].Refusal}");
    }
}
