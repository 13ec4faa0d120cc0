using System.Globalization;

namespace HighLight.Commands.Parameters;

/// <summary>Gathers what is wrong with a parameter file, each with its line.</summary>
/// <param name="file">What messages call it.</param>
/// <param name="problems">Receives the lines; at most <see cref="Maximum"/>.</param>
internal sealed class ParameterFileProblems(string file, ICollection<string> problems)
{
    /// <summary>Problems listed of one file.</summary>
    public const int Maximum = 20;

    private const string LegalValues = "a number, a string, true, false, null or an array of these";

    private int _count;

    /// <summary>Adds one.</summary>
    /// <param name="line">1-based; null where no line is to blame.</param>
    /// <param name="message">What is wrong, and how to mend it.</param>
    public void Add(long? line, string message)
    {
        if (++_count <= Maximum)
        {
            var where = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{file}, line {number}") : file;
            problems.Add($"{where}: {message}");
        }
        else if (_count == Maximum + 1)
        {
            problems.Add($"{file}: further problems are not listed.");
        }
    }

    /// <summary>Adds a value of a kind that no parameter has.</summary>
    public void AddKind(long line, string path, string kind) => Add(line, $"'{path}' is {kind}. A parameter is {LegalValues}.");

    /// <summary>Adds a number that no <c>double</c> holds.</summary>
    public void AddNumber(long line, string path, string text) =>
        Add(line, $"'{path}' is {(text.Length > 40 ? text[..40] + " …" : text)}, beyond the largest number there is (1.8e308).");
}
