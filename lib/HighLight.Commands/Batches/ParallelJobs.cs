using System.CommandLine;
using System.Globalization;

namespace HighLight.Commands.Batches;

/// <summary>The option <c>--jobs</c>: how many notebooks run at once.</summary>
internal static class ParallelJobs
{
    /// <summary>A host compiles and runs on its own; more of them than this at once gain nothing and cost memory.</summary>
    public const int Maximum = 64;

    /// <summary>Without the option: as many as processors, but two at most, because the compiler in each host uses more than one.</summary>
    public static int Default => Math.Min(Environment.ProcessorCount, 2);

    /// <summary>The option, its value as text so that all bad arguments can be reported together.</summary>
    public static Option<string?> CreateOption() => new("--jobs", "-j")
    {
        Description = FormattableString.Invariant($"How many notebooks run at once, 1 to {Maximum} [default here: {Default}]."),
        HelpName = "N",
    };

    /// <summary>The number that <paramref name="text"/> gives; the default when null, or when it is wrong.</summary>
    public static int Read(string? text, ICollection<string> problems)
    {
        if (text is null)
        {
            return Default;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= Maximum)
        {
            return jobs;
        }

        problems.Add($"--jobs must be a whole number from 1 to {Maximum}, but is '{text}'.");
        return Default;
    }
}
