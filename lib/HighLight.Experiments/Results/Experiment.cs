using System.Text.RegularExpressions;

namespace HighLight.Experiments.Results;

/// <summary>What an experiment is called. The name is its identity: the paper's figure numbers are recalled, so they are shown only.</summary>
public sealed partial record Experiment
{
    /// <summary>Names an experiment.</summary>
    /// <param name="number">The position in the list of experiments and the number of its notebook, from 1.</param>
    /// <param name="name">Lower-case words joined by hyphens, for example <c>hss-primer</c>; files are named after it.</param>
    /// <param name="title">One line for people.</param>
    /// <param name="paperFigure">The paper's figure it reproduces, for example <c>paper Fig. 6 (recalled)</c>, or null.</param>
    /// <exception cref="ArgumentException">The name is not of that form, or the title is empty.</exception>
    public Experiment(int number, string name, string title, string? paperFigure = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (!NameForm().IsMatch(name))
        {
            throw new ArgumentException(
                $"'{name}' does not name an experiment: use lower-case letters, digits and single hyphens, as in 'hss-primer'.",
                nameof(name));
        }

        Number = number;
        Name = name;
        Title = title;
        PaperFigure = paperFigure;
    }

    /// <summary>The position in the list of experiments, from 1.</summary>
    public int Number { get; }

    /// <summary>The identity, for example <c>hss-primer</c>.</summary>
    public string Name { get; }

    /// <summary>One line for people.</summary>
    public string Title { get; }

    /// <summary>The figure of the paper it reproduces, with how sure its number is; or null.</summary>
    public string? PaperFigure { get; }

    /// <summary>For example <c>02 sparsity-degrees: Degrees of S and SS (paper Fig. 6 (recalled))</c>.</summary>
    public override string ToString() => $"{Number:00} {Name}: {Title}{(PaperFigure is null ? "" : $" ({PaperFigure})")}";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
