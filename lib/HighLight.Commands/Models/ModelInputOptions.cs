using System.CommandLine;
using System.Globalization;
using HighLight.Commands.Arguments;

namespace HighLight.Commands.Models;

/// <summary>The options that say what a model is run on.</summary>
internal sealed class ModelInputOptions
{
    private readonly RepeatedOption _inputs = new("--input", "[NAME=]FILE.npy", "What a model is run on; once for each input [default: drawn inputs].");
    private readonly RepeatedOption _shapes = new("--shape", "NAME=1x3x224x224", "Sizes that a model leaves open: of an input, or of a named size (batch=1).");
    private readonly TextOption _seed = new("--seed", "N", "Seed of drawn inputs [default: 1].");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_inputs);
        command.Options.Add(_shapes);
        command.Options.Add(_seed);
    }

    /// <summary>The names of those that are given.</summary>
    public IEnumerable<string> Given(ParseResult parsed) =>
        new Option[] { _inputs, _shapes, _seed }.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>Reads them; <paramref name="problems"/> says what is wrong with their text. No file is read.</summary>
    public ModelInputs Read(ParseResult parsed, string currentDirectory, ICollection<string> problems)
    {
        var inputs = _inputs.Read(parsed, problems);
        var seed = 1;
        if (_seed.Read(parsed, problems) is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
        {
            problems.Add(FormattableString.Invariant($"--seed: '{text}' is not a seed: give a whole number in 0..{int.MaxValue}."));
        }

        if (inputs.Length > 0 && parsed.GetResult(_seed) is { Implicit: false })
        {
            problems.Add("--seed is of drawn inputs, but --input gives them. Leave one out.");
        }

        return new([.. inputs], [.. _shapes.Read(parsed, problems)], seed, currentDirectory);
    }
}
