using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Settings;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Sweep;

/// <summary>What a sweep over sparsity degrees runs: one GEMM at every pair of degrees of A and B, on each design. Change it with <c>with</c>.</summary>
public sealed record SweepGrid
{
    /// <summary>1024³, A at 0, 50 and 75 %, B at 0, 25, 50 and 75 % (paper Fig. 13, recalled).</summary>
    public static SweepGrid Default { get; } = new();

    /// <summary>The GEMM.</summary>
    public Gemm Gemm { get; init; } = new(1024, 1024, 1024);

    /// <summary>Sparsity degrees of A, each offered by <see cref="ValuesOfA"/>.</summary>
    public ImmutableArray<Fraction> SparsityOfA { get; init; } = [Fraction.Zero, new(1, 2), new(3, 4)];

    /// <summary>Sparsity degrees of B, 0 or more and below 1.</summary>
    public ImmutableArray<Fraction> SparsityOfB { get; init; } = [Fraction.Zero, new(1, 4), new(1, 2), new(3, 4)];

    /// <summary>The patterns of A for designs that offer no pattern of a degree themselves; their zeros may still be worth something.</summary>
    public HssFamily ValuesOfA { get; init; } = Accelerators.HighLight.A.Families[0];

    /// <summary>The dense design that all others are measured against.</summary>
    public Accelerator Baseline { get; init; } = Accelerators.TensorCore;

    /// <summary>The sparse designs that <see cref="Subject"/> is compared with.</summary>
    public ImmutableArray<Accelerator> Rivals { get; init; } = [Accelerators.SparseTensorCore, Accelerators.S2ta, Accelerators.DualSideSparseTensorCore];

    /// <summary>The design whose improvements are stated.</summary>
    public Accelerator Subject { get; init; } = Accelerators.HighLight;

    /// <summary>
    /// Other readings of a design: in the tables, not among the sparse designs taken together. By default TC with the data buffer of the sparse designs, which
    /// tells what is sparsity and what is capacity; and S2TA with A saving cycles too.
    /// </summary>
    public ImmutableArray<Accelerator> Variants { get; init; } =
    [
        Accelerators.TensorCore with
        {
            Name = "TC, 256 KB",
            Description = "Dense tensor core with the data buffer of the sparse designs.",
            GlobalBuffer = Accelerators.TensorCore.GlobalBuffer with { CapacityBytes = Accelerators.HighLight.GlobalBuffer.CapacityBytes },
        },
        Accelerators.S2ta with
        {
            Name = "S2TA, A saves cycles",
            Description = "S2TA with A's half density saving cycles too (recalled both ways).",
            Skipping = new SkippingScheme.TimeUnrolled(8, AlsoA: true),
        },
    ];

    /// <summary>Energies and areas, the same for all designs.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>
    /// What the mapper may take. Default: <see cref="MappingConstraints.Paper"/>, for the results stand beside the paper's.
    /// </summary>
    public MappingConstraints Constraints { get; init; } = MappingConstraints.Paper;

    /// <summary>Whether a design may run Zᵀ = Bᵀ·Aᵀ where that has the lower EDP.</summary>
    public bool AllowSwap { get; init; } = true;

    /// <summary>The designs in the order of tables and figures, without variants.</summary>
    public ImmutableArray<Accelerator> Designs => [Baseline, .. Rivals, Subject];

    /// <summary>A grid from text, as the parameters of a notebook or a command line give it.</summary>
    /// <param name="gemm">Such as <c>1024x1024x1024</c> (M×K×N).</param>
    /// <param name="sparsityOfA">Such as <c>0</c>, <c>0.5</c>, <c>2/3</c> or <c>75 %</c>, each offered by HighLight's family.</param>
    /// <param name="sparsityOfB">The same for B, 0 or more and below 1.</param>
    /// <param name="technology">A built-in table, <c>65nm</c> or <c>45nm</c>, or the path of a CSV file.</param>
    /// <param name="allowSwap">See <see cref="AllowSwap"/>.</param>
    /// <exception cref="ArgumentException">A text cannot be read, or the grid cannot be run; every violation is listed.</exception>
    public static SweepGrid From(
        string gemm, IEnumerable<string> sparsityOfA, IEnumerable<string> sparsityOfB, string technology, bool allowSwap = true)
    {
        var settings = new SettingReader("The sweep cannot be run");
        var grid = Default with
        {
            Gemm = settings.Read(nameof(gemm), gemm, Gemm.Parse),
            SparsityOfA = settings.ReadAll(nameof(sparsityOfA), sparsityOfA, Fraction.Parse),
            SparsityOfB = settings.ReadAll(nameof(sparsityOfB), sparsityOfB, Fraction.Parse),
            Technology = settings.Read(nameof(technology), technology, TechnologyTable.Named) ?? TechnologyTable.Default,
            AllowSwap = allowSwap,
        };
        settings.ThrowIfAny();
        grid.Check();
        return grid;
    }

    /// <exception cref="ArgumentException">The grid cannot be run; every violation is listed.</exception>
    internal void Check()
    {
        if (Rivals.IsDefault || Variants.IsDefault)
        {
            throw new ArgumentException("The sweep cannot be run: Rivals and Variants may be empty ([]), but not default.");
        }

        var problems = new List<string>();
        CheckDegrees("A", SparsityOfA, problems);
        CheckDegrees("B", SparsityOfB, problems);
        var offered = ValuesOfA.SparsityDegrees();
        foreach (var degree in SparsityOfA.IsDefault ? [] : SparsityOfA.Where(degree => degree > Fraction.Zero && degree < Fraction.One && !offered.Contains(degree)))
        {
            problems.Add(Invariant($"A's sparsity degree {degree} is not one of {ValuesOfA}: {string.Join(", ", offered)}."));
        }

        foreach (var twice in Designs.Concat(Variants).GroupBy(design => design.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.Add($"two designs are called '{twice.Key}': rename one with {{ Name = … }}.");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The sweep cannot be run:{string.Concat(problems.Select(problem => "\n  - " + problem))}");
        }
    }

    private static void CheckDegrees(string operand, ImmutableArray<Fraction> degrees, List<string> problems)
    {
        if (degrees.IsDefaultOrEmpty)
        {
            problems.Add($"{operand} has no sparsity degree: give at least one, for example 0.");
            return;
        }

        foreach (var degree in degrees.Where(degree => degree < Fraction.Zero || degree >= Fraction.One))
        {
            problems.Add(Invariant($"{operand}'s sparsity degree {degree} is not in 0 ≤ degree < 1."));
        }

        if (degrees.Distinct().Count() != degrees.Length)
        {
            problems.Add($"{operand}'s sparsity degrees {string.Join(", ", degrees)} repeat one: name each once.");
        }
    }
}
