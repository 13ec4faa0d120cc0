using HighLight.Evaluation;

namespace HighLight.Commands.Evaluations;

/// <summary>What the mapper may take, as it is written on the command line.</summary>
internal static class ConstraintsArgument
{
    /// <summary>What the option's help says.</summary>
    public const string Help = "What the mapper may take of all mappings: any, paper (no spill), "
        + "or such as \"no spill, K whole, N <= 256, M outer\" [default: any, or the preset's].";

    /// <summary>The same for the layers of a network.</summary>
    public const string NetworkHelp = "What the mapper may take in each layer: any, paper (no spill), "
        + "or such as \"K whole, N <= 256\" [default: any].";

    /// <summary>The constraints; null when the text is not one and <paramref name="problems"/> says why.</summary>
    public static MappingConstraints? Read(string text, ICollection<string> problems)
    {
        try
        {
            return MappingConstraints.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"--constraints: {exception.Message}");
            return null;
        }
    }

    /// <summary>The constraints as results say them; null where there are none.</summary>
    public static string? ShownOf(MappingConstraints? constraints) => constraints?.ToString() is { Length: > 0 } text ? text : null;
}
