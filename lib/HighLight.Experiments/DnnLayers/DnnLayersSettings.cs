using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.DnnLayers;

/// <summary>Which networks are run layer by layer, on which designs, at which sparsity degrees of the weights. Change it with <c>with</c>.</summary>
public sealed record DnnLayersSettings
{
    /// <summary>Six networks, Transformer-Big in two readings, on six designs at 50 and 75 %.</summary>
    public static DnnLayersSettings Default { get; } = new();

    /// <summary>The networks, each with a name of its own.</summary>
    public ImmutableArray<Network> Networks { get; init; } =
    [
        Workloads.Networks.ResNet50,
        Workloads.Networks.DeitSmall,
        Workloads.Networks.TransformerBig,
        DenseFeedForward.Of(Workloads.Networks.TransformerBig),
        Workloads.Networks.BertBase,
        Workloads.Networks.Gpt2Small,
        Workloads.Networks.Llama7BBlock,
    ];

    /// <summary>The designs, that which all are measured against first.</summary>
    public ImmutableArray<Accelerator> Designs { get; init; } = Accelerators.ForNetworks;

    /// <summary>Sparsity degrees of the pruned layers' weights, each offered by <see cref="ValuesOfA"/>; figures show the greatest.</summary>
    public ImmutableArray<Fraction> SparsityOfA { get; init; } = [new(1, 2), new(3, 4)];

    /// <summary>The patterns of weights for designs that offer no pattern of a degree themselves.</summary>
    public HssFamily ValuesOfA { get; init; } = Accelerators.HighLight.A.Families[0];

    /// <summary>Which layers are pruned.</summary>
    public PruningPolicy Policy { get; init; } = PruningPolicy.Default;

    /// <summary>Energies and areas, the same for all designs.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>What the mapper may take. Default: any mapping, sums spilled too.</summary>
    public MappingConstraints Constraints { get; init; } = MappingConstraints.None;

    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    internal void Check()
    {
        var problems = new List<string>();
        if (Networks.IsDefaultOrEmpty)
        {
            problems.Add("there is no network: give at least one.");
        }

        if (Designs.IsDefaultOrEmpty)
        {
            problems.Add("there is no design: give at least the one to measure against.");
        }

        if (SparsityOfA.IsDefaultOrEmpty)
        {
            problems.Add("there is no sparsity degree: give at least one, for example 1/2.");
        }

        var offered = ValuesOfA.SparsityDegrees();
        foreach (var degree in SparsityOfA.IsDefault ? [] : SparsityOfA.Where(degree => degree != Fraction.Zero && !offered.Contains(degree)))
        {
            problems.Add(Invariant($"the sparsity degree {degree} is not one of {ValuesOfA}: {string.Join(", ", offered)}."));
        }

        Repeated(Networks.IsDefault ? [] : Networks.Select(network => network.Name), "networks", problems);
        Repeated(Designs.IsDefault ? [] : Designs.Select(design => design.Name), "designs", problems);
        Repeated(SparsityOfA.IsDefault ? [] : SparsityOfA.Select(degree => Invariant($"{degree}")), "sparsity degrees", problems);
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The networks cannot be run:{string.Concat(problems.Select(problem => "\n  - " + problem))}");
        }
    }

    private static void Repeated(IEnumerable<string> names, string what, List<string> problems)
    {
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.Add($"two {what} are called '{twice.Key}': name each once.");
        }
    }
}
