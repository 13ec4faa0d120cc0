using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Arguments;

namespace HighLight.Commands.Formatting;

/// <summary>The option <c>--format</c>.</summary>
/// <param name="offered">The formats that the command has; the first is its default.</param>
internal sealed class FormatOption(params ImmutableArray<OutputFormat> offered)
{
    /// <summary>The option.</summary>
    public TextOption Option { get; } = new(
        "--format", string.Join('|', offered.Select(Name)), $"How the results are printed [default: {Name(offered[0])}].");

    /// <summary>The format that is asked for; the default when none is, or when <paramref name="problems"/> says what is wrong.</summary>
    public OutputFormat Read(ParseResult parsed, ICollection<string> problems)
    {
        if (Option.Read(parsed, problems) is not { } text)
        {
            return offered[0];
        }

        foreach (var format in offered)
        {
            if (text.Equals(Name(format), StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        problems.Add($"--format: there is no format '{text}'. {NearestName.Advice(text, [.. offered.Select(Name)])}");
        return offered[0];
    }

    private static string Name(OutputFormat format) => format.ToString().ToLowerInvariant();
}
