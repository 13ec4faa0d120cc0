using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Hardware.Designs;

namespace HighLight.Cli.Evaluations;

/// <summary>Designs as they are named on the command line: in small letters, several separated by commas, or <c>all</c>.</summary>
internal static class DesignArgument
{
    /// <summary>Stands for every design.</summary>
    public const string All = "all";

    /// <summary>The names, in the order of figures.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Accelerators.All.Select(NameOf)];

    /// <summary>What a design is called on the command line and in results.</summary>
    public static string NameOf(Accelerator design) => design.Name.ToLowerInvariant();

    /// <summary>The designs that <paramref name="text"/> names, each once, in the order given; unknown names go to <paramref name="problems"/>.</summary>
    public static ImmutableArray<Accelerator> Read(string text, ICollection<string> problems)
    {
        var designs = ImmutableArray.CreateBuilder<Accelerator>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (name.Equals(All, StringComparison.OrdinalIgnoreCase))
            {
                designs.AddRange(Accelerators.All);
            }
            else if (Accelerators.All.FirstOrDefault(design => design.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } design)
            {
                designs.Add(design);
            }
            else
            {
                problems.Add($"--design: there is no design '{name}'. {NearestName.Advice(name, [.. Names, All])}");
            }
        }

        return [.. designs.Distinct()];
    }
}
