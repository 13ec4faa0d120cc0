using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Presets;
using HighLight.Technology;

namespace HighLight.Commands.Evaluations;

/// <summary>Resources and technology of a published set of results, applied to designs by name.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Description">What it reproduces, in a sentence.</param>
/// <param name="Technology">The table that goes with it, unless another one is asked for.</param>
/// <param name="Apply">The design as the preset has it; null where the preset has no such design.</param>
internal sealed record Preset(string Name, string Description, TechnologyTable Technology, Func<Accelerator, Accelerator?> Apply)
{
    /// <summary>What the mapper may take, unless something else is asked for; null: any mapping.</summary>
    public MappingConstraints? Constraints { get; init; }

    /// <summary>The presets that the engine offers.</summary>
    public static ImmutableArray<Preset> All { get; } =
    [
        new(
            SparseloopPreset.Name,
            "resources, bandwidth and 45 nm energies of Sparseloop's 2022 artifact; TC, STC and DSTC",
            SparseloopPreset.Technology,
            design => design.Name is "TC" or "STC" or "DSTC" ? SparseloopPreset.Apply(design) : null),
        new(
            "paper",
            "mappings of comparisons with the paper: no partial sum is spilled; resources and 65 nm energies as without a preset",
            TechnologyTable.Default,
            design => design)
        {
            Constraints = MappingConstraints.Paper,
        },
    ];

    /// <summary>
    /// The preset of that name among <paramref name="known"/>; null when there is none and <paramref name="problems"/> says so.
    /// </summary>
    public static Preset? Find(string name, ImmutableArray<Preset> known, ICollection<string> problems)
    {
        var found = known.FirstOrDefault(preset => preset.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            problems.Add($"--preset: there is no preset '{name}'. " + NearestName.Advice(name, [.. known.Select(preset => preset.Name)]));
        }

        return found;
    }

    /// <summary>The designs as the preset has them; those it lacks go to <paramref name="problems"/>.</summary>
    public ImmutableArray<Accelerator> ApplyTo(ImmutableArray<Accelerator> designs, ICollection<string> problems)
    {
        var applied = ImmutableArray.CreateBuilder<Accelerator>();
        foreach (var design in designs)
        {
            if (Apply(design) is { } variant)
            {
                applied.Add(variant);
            }
            else
            {
                problems.Add($"--preset: {Name} has no design {DesignArgument.NameOf(design)}. Leave the design out, or --preset.");
            }
        }

        return applied.ToImmutable();
    }
}
