using System.Collections.Immutable;
using System.Text;

namespace HighLight.Csv;

/// <summary>A CSV text is not what it should be. Holds every violation, in the order of the lines.</summary>
public abstract class CsvException : FormatException
{
    private const int Shown = 50;

    private protected CsvException(string file, string expected, ImmutableArray<CsvError> errors)
        : base(Describe(file, expected, errors))
    {
        File = file;
        Errors = errors;
    }

    /// <summary>The path, or the name given for a text.</summary>
    public string File { get; }

    /// <summary>Every violation; the message shows the first 50.</summary>
    public ImmutableArray<CsvError> Errors { get; }

    private static string Describe(string file, string expected, ImmutableArray<CsvError> errors)
    {
        var message = new StringBuilder(Invariant($"{file} is no {expected}:"));
        foreach (var error in errors.Take(Shown))
        {
            message.Append("\n  ").Append(error);
        }

        return errors.Length > Shown ? message.Append(Invariant($"\n  and {errors.Length - Shown} more")).ToString() : message.ToString();
    }
}
