using System.Collections.Immutable;
using HighLight.Evaluation;

namespace HighLight.Commands.Evaluations;

/// <summary>What the mapper minimises, as it is named on the command line.</summary>
internal static class ObjectiveArgument
{
    /// <summary>The names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<Objective>().Select(NameOf)];

    /// <summary>The name of an objective.</summary>
    public static string NameOf(Objective objective) => objective.ToString().ToLowerInvariant();

    /// <summary>The objective; the default when there is none of that name and <paramref name="problems"/> says so.</summary>
    public static Objective Read(string text, ICollection<string> problems)
    {
        foreach (var objective in Enum.GetValues<Objective>())
        {
            if (NameOf(objective).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return objective;
            }
        }

        problems.Add($"--objective: there is no objective '{text}'. {NearestName.Advice(text, Names)}");
        return default;
    }
}
