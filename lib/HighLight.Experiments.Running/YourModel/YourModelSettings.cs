using System.Collections.Immutable;
using HighLight.Experiments.Settings;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime.Execution;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>How a model is run, pruned and evaluated. Change it with <c>with</c>.</summary>
public sealed record YourModelSettings
{
    /// <summary>A drawn input, 50 and 75 % sparsity, six designs.</summary>
    public static YourModelSettings Default { get; } = new();

    /// <summary>What the model runs on; empty: drawn inputs, which are no photographs (<see cref="HighLight.Models.Runtime.Inputs.SyntheticInput"/>).</summary>
    public ImmutableArray<ModelTensor> Inputs { get; init; } = [];

    /// <summary>The designs, that which all are measured against first.</summary>
    public ImmutableArray<Accelerator> Designs { get; init; } = Accelerators.ForNetworks;

    /// <summary>The design that layers are explained on and that patterns are chosen for; one of its families is searched.</summary>
    public Accelerator Subject { get; init; } = Accelerators.HighLight;

    /// <summary>Sparsity degrees of the pruned layers, each offered by <see cref="ValuesOfA"/>.</summary>
    public ImmutableArray<Fraction> SparsityOfA { get; init; } = [new(1, 2), new(3, 4)];

    /// <summary>The patterns for designs that offer none of a degree themselves, and what a layer may take in the search.</summary>
    public HssFamily ValuesOfA { get; init; } = Accelerators.HighLight.A.Families[0];

    /// <summary>Which layers are pruned, and what becomes of channels that fill no group.</summary>
    public PruningOptions Pruning { get; init; } = PruningOptions.Default;

    /// <summary>The share of the prunable layers' L2 norm, 0..1, each layer counting by its number of weights, that the assignment shown layer by layer keeps at least.</summary>
    public double KeptL2Budget { get; init; } = 0.9;

    /// <summary>Predicted output errors, 0 or more, under which a pattern for each layer is searched besides those that single patterns reach.</summary>
    public ImmutableArray<double> OutputErrorBudgets { get; init; } = [0.1, 0.2, 0.5];

    /// <summary>Energies and areas, the same for all designs.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>Settings from text, as the parameters of a notebook or a command line give them.</summary>
    /// <param name="sparsityOfA">Such as <c>1/2</c> or <c>75 %</c>, each offered by HighLight's family.</param>
    /// <param name="keptL2Budget">See <see cref="KeptL2Budget"/>.</param>
    /// <param name="technology">A built-in table, <c>65nm</c> or <c>45nm</c>, or the path of a CSV file.</param>
    /// <exception cref="ArgumentException">A text cannot be read, or the settings cannot be run; every violation is listed.</exception>
    public static YourModelSettings From(IEnumerable<string> sparsityOfA, double keptL2Budget, string technology)
    {
        var reader = new SettingReader("The model cannot be evaluated");
        var settings = Default with
        {
            SparsityOfA = reader.ReadAll(nameof(sparsityOfA), sparsityOfA, Fraction.Parse),
            KeptL2Budget = keptL2Budget,
            Technology = reader.Read(nameof(technology), technology, TechnologyTable.Named) ?? TechnologyTable.Default,
        };
        reader.ThrowIfAny();
        settings.Check();
        return settings;
    }

    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    internal void Check()
    {
        var problems = new List<string>();
        if (Designs.IsDefaultOrEmpty)
        {
            problems.Add("there is no design: give at least the one to measure against.");
        }
        else if (Designs.GroupBy(design => design.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            problems.Add($"two designs are called '{twice.Key}': name each once.");
        }

        if (!Designs.IsDefault && Designs.All(design => design.Name != Subject.Name))
        {
            problems.Add($"{Subject.Name}, whose layers are explained, is not among the designs: add it, or choose another subject.");
        }

        if (SparsityOfA.IsDefaultOrEmpty)
        {
            problems.Add("there is no sparsity degree: give at least one, for example 1/2.");
        }

        var offered = ValuesOfA.SparsityDegrees().Where(degree => degree != Fraction.Zero).ToArray();
        foreach (var degree in SparsityOfA.IsDefault ? [] : SparsityOfA.Where(degree => !offered.Contains(degree)))
        {
            problems.Add(Invariant($"the sparsity degree {degree} is not one of {ValuesOfA}: {string.Join(", ", offered)}."));
        }

        if (!SparsityOfA.IsDefault && SparsityOfA.Distinct().Count() != SparsityOfA.Length)
        {
            problems.Add("a sparsity degree is given twice: name each once.");
        }

        if (!(KeptL2Budget is >= 0 and <= 1))
        {
            problems.Add(Invariant($"{nameof(KeptL2Budget)} is {KeptL2Budget}: a share of a norm is in 0..1."));
        }

        if (OutputErrorBudgets.IsDefault || OutputErrorBudgets.Any(error => !double.IsFinite(error) || error < 0))
        {
            problems.Add($"{nameof(OutputErrorBudgets)} must be finite numbers, 0 or more; they may be none.");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The model cannot be evaluated:{string.Concat(problems.Select(problem => "\n  - " + problem))}");
        }
    }
}
