using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Hardware.Designs;

namespace HighLight.Commands.Evaluations;

/// <summary>Designs as they are named on the command line: in small letters, several separated by commas, or <c>all</c>.</summary>
internal static class DesignArgument
{
    /// <summary>Stands for every design.</summary>
    public const string All = "all";

    private static readonly ImmutableArray<Accelerator> Known = [.. Accelerators.All.Union(Accelerators.ForNetworks)];

    /// <summary>The names of the six, in the order of figures. S2TA in two passes is known as well.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Accelerators.All.Select(NameOf)];

    /// <summary>The names worth offering: all that are known, and <see cref="All"/>.</summary>
    public static IEnumerable<string> Offered => [.. Known.Select(NameOf), All];

    /// <summary>Whether a text asks for every design.</summary>
    public static bool IsAll(string text) => text.Split(',', StringSplitOptions.TrimEntries).Contains(All, StringComparer.OrdinalIgnoreCase);

    /// <summary>What runs in place of a design that refuses an operand where all are asked for; null: nothing does.</summary>
    public static Accelerator? InPlaceOf(Accelerator design) => design == Accelerators.S2ta ? Accelerators.S2taTwoPass : null;

    /// <summary>What a design is called on the command line and in results.</summary>
    public static string NameOf(Accelerator design) => design.Name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>
    /// The designs that <paramref name="text"/> names, each once, in the order given; unknown names go to <paramref name="problems"/>.
    /// </summary>
    /// <param name="text">The names.</param>
    /// <param name="all">What <see cref="All"/> stands for.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static ImmutableArray<Accelerator> Read(string text, ImmutableArray<Accelerator> all, ICollection<string> problems)
    {
        var designs = ImmutableArray.CreateBuilder<Accelerator>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (name.Equals(All, StringComparison.OrdinalIgnoreCase))
            {
                designs.AddRange(all);
            }
            else if (Known.FirstOrDefault(design => NameOf(design).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } design)
            {
                designs.Add(design);
            }
            else
            {
                problems.Add($"--design: there is no design '{name}'. {NearestName.Advice(name, [.. Known.Select(NameOf), All])}");
            }
        }

        return [.. designs.Distinct()];
    }
}
