using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.DnnLayers;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Settings;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>Which networks and designs are placed by energy-delay product and accuracy loss, and whose accuracies are taken. Change it with <c>with</c>.</summary>
public sealed record EdpAccuracySettings
{
    /// <summary>ResNet-50, and Transformer-Big in two readings, on the designs that the accuracy table is paired with.</summary>
    public static EdpAccuracySettings Default { get; } = new();

    /// <summary>The networks that have accuracies, each with the name that the table knows it by.</summary>
    public ImmutableArray<(Network Network, string AccuracyOf)> Networks { get; init; } =
    [
        (Workloads.Networks.ResNet50, Workloads.Networks.ResNet50.Name),
        (Workloads.Networks.TransformerBig, Workloads.Networks.TransformerBig.Name),
        (DenseFeedForward.Of(Workloads.Networks.TransformerBig), Workloads.Networks.TransformerBig.Name),
    ];

    /// <summary>Networks without accuracies: their EDP is predicted for the patterns of <see cref="PatternsOf"/>, and not drawn.</summary>
    public ImmutableArray<Network> PredictedOnly { get; init; } = [Workloads.Networks.DeitSmall];

    /// <summary>The network whose paired patterns <see cref="PredictedOnly"/> is evaluated with.</summary>
    public string PatternsOf { get; init; } = Workloads.Networks.TransformerBig.Name;

    /// <summary>The designs, the dense baseline first.</summary>
    public ImmutableArray<Accelerator> Designs { get; init; } =
        [Accelerators.TensorCore, Accelerators.SparseTensorCore, Accelerators.DualSideSparseTensorCore, Accelerators.S2taTwoPass, Accelerators.HighLight];

    /// <summary>Other readings of a design, placed with its accuracies, but not counted for the frontier.</summary>
    public ImmutableArray<(string Of, Accelerator Design)> Readings { get; init; } =
    [
        (Accelerators.S2taTwoPass.Name, Accelerators.S2taTwoPass with
        {
            Name = "S2TA two-pass, A saves cycles",
            Description = "S2TA with A's density saving cycles too (recalled both ways), dense weights in two passes (assumed).",
            Skipping = new SkippingScheme.TimeUnrolled(8, AlsoA: true),
        }),
    ];

    /// <summary>How networks are run. Default: ResNet-50 as it is calibrated to the paper's points of it, every other network with every default.</summary>
    public ModelReading Setup { get; init; } = ModelReading.Calibrated;

    /// <summary>Ways to read what the paper leaves open, under which its points are compared with ours; the frontier does not use them.</summary>
    public ImmutableArray<ModelReading> ModelReadings { get; init; } = ModelReading.All;

    /// <summary>The design that is claimed to be always on the frontier.</summary>
    public Accelerator Subject { get; init; } = Accelerators.HighLight;

    /// <summary>The accuracies and what they are paired with.</summary>
    public AccuracyTable Accuracy { get; init; } = AccuracyTable.Default;

    /// <summary>Which layers are pruned.</summary>
    public PruningPolicy Policy { get; init; } = PruningPolicy.Default;

    /// <summary>Energies and areas, the same for all designs.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>
    /// What the mapper may take. Default: <see cref="MappingConstraints.Paper"/>, for the results stand beside the paper's.
    /// </summary>
    public MappingConstraints Constraints { get; init; } = MappingConstraints.Paper;

    /// <summary>The dense design that all are measured against.</summary>
    public Accelerator Baseline => Designs[0];

    /// <summary>Settings from text, as the parameters of a notebook or a command line give them.</summary>
    /// <param name="setup">
    /// A reading by the beginning of its name (<see cref="ModelReading.All"/>), such as <c>calibrated</c>, <c>every default</c> or
    /// <c>24-bit sums</c>.
    /// </param>
    /// <param name="technology">A built-in table, <c>65nm</c> or <c>45nm</c>, or the path of a CSV file.</param>
    /// <exception cref="ArgumentException">A text cannot be read; every violation is listed.</exception>
    public static EdpAccuracySettings From(string setup, string technology)
    {
        var settings = new SettingReader("The frontier cannot be computed");
        var chosen = Default with
        {
            Setup = settings.Read(nameof(setup), setup, ModelReading.Named) ?? ModelReading.Calibrated,
            Technology = settings.Read(nameof(technology), technology, TechnologyTable.Named) ?? TechnologyTable.Default,
        };
        settings.ThrowIfAny();
        return chosen;
    }

    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    internal void Check()
    {
        var problems = new List<string>();
        if (Networks.IsDefaultOrEmpty)
        {
            problems.Add("there is no network: give at least one with accuracies.");
        }

        if (Designs.IsDefaultOrEmpty)
        {
            problems.Add("there is no design: give at least the dense baseline.");
        }

        if (PredictedOnly.IsDefault || Readings.IsDefault || ModelReadings.IsDefault)
        {
            problems.Add("PredictedOnly, Readings and ModelReadings may be empty ([]), but not default.");
        }

        var known = Accuracy.Pairs.Select(pair => pair.Row.Network).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var (network, accuracy) in Networks.IsDefault ? [] : Networks.Where(pair => !known.Contains(pair.AccuracyOf, StringComparer.Ordinal)))
        {
            problems.Add($"{network.Title} is to have the accuracies of '{accuracy}', of which none is paired with a design. Paired: {string.Join(", ", known)}.");
        }

        var designs = Designs.IsDefault ? [] : Designs.Select(design => design.Name).ToArray();
        foreach (var twice in designs.Concat(Readings.IsDefault ? [] : Readings.Select(reading => reading.Design.Name)).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.Add($"two designs are called '{twice.Key}': rename one with {{ Name = … }}.");
        }

        if (!designs.Contains(Subject.Name, StringComparer.Ordinal))
        {
            problems.Add($"the subject {Subject.Name} is not among the designs {string.Join(", ", designs)}.");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The frontier cannot be computed:{string.Concat(problems.Select(problem => "\n  - " + problem))}");
        }
    }
}
