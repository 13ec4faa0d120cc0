using System.CommandLine;
using System.Globalization;
using HighLight.Commands.Arguments;

namespace HighLight.Commands.Notebooks;

/// <summary>The options <c>--timeout</c> and <c>--notebook-timeout</c>.</summary>
internal sealed class TimeLimitOptions
{
    /// <summary>Seconds of the longest limit: eleven days, below what timers take.</summary>
    public const int Maximum = 1_000_000;

    /// <summary>Seconds of the shortest limit.</summary>
    public const decimal Minimum = 0.001m;

    private readonly TextOption _cell = new(
        "--timeout", "SECONDS", "How long each cell may run; then its notebook ends there as timed out [default: no limit].");

    private readonly TextOption _notebook = new(
        "--notebook-timeout", "SECONDS", "How long each notebook may run, all cells together [default: no limit].");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_cell);
        command.Options.Add(_notebook);
    }

    /// <summary>The limits; <paramref name="problems"/> receives a line for each value that is not one.</summary>
    public TimeLimits Read(ParseResult parsed, ICollection<string> problems) =>
        new(Read(_cell, parsed, problems), Read(_notebook, parsed, problems));

    private static TimeSpan? Read(TextOption option, ParseResult parsed, ICollection<string> problems)
    {
        if (option.Read(parsed, problems) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= Minimum and <= Maximum)
        {
            return TimeSpan.FromMilliseconds((long)decimal.Round(seconds * 1000));
        }

        problems.Add(Invariant(
            $"{option.Name} must be a number of seconds from {Minimum} to {Maximum}, such as 30 or 0.5, but is '{text}'."));
        return null;
    }
}
