using System.Collections.Immutable;
using System.Text;

namespace HighLight.Technology;

/// <summary>A text is no technology table. Holds every violation, in the order of the lines.</summary>
public sealed class TechnologyCsvException : FormatException
{
    private const int Shown = 50;

    internal TechnologyCsvException(string file, ImmutableArray<TechnologyCsvError> errors)
        : base(Describe(file, errors))
    {
        File = file;
        Errors = errors;
    }

    /// <summary>The path, or the name given for a text.</summary>
    public string File { get; }

    /// <summary>Every violation; the message shows the first 50.</summary>
    public ImmutableArray<TechnologyCsvError> Errors { get; }

    private static string Describe(string file, ImmutableArray<TechnologyCsvError> errors)
    {
        var message = new StringBuilder(Invariant($"{file} is no technology table:"));
        foreach (var error in errors.Take(Shown))
        {
            message.Append("\n  ").Append(error);
        }

        return errors.Length > Shown ? message.Append(Invariant($"\n  and {errors.Length - Shown} more")).ToString() : message.ToString();
    }
}
