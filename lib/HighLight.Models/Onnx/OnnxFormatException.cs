using System.Collections.Immutable;

namespace HighLight.Models.Onnx;

/// <summary>
/// A model cannot be read: the file is missing, is not ONNX, is damaged, contradicts itself, or uses what this reader does not know.
/// Every problem found is in <see cref="Problems"/>.
/// </summary>
public sealed class OnnxFormatException : FormatException
{
    private const int ProblemsInMessage = 10;

    /// <summary>Creates the exception for all problems found in one file.</summary>
    /// <param name="source">Path of the file, or a name for bytes and streams.</param>
    /// <param name="problems">At least one problem.</param>
    /// <param name="innerException">The cause, where another exception reported it.</param>
    public OnnxFormatException(string source, ImmutableArray<OnnxProblem> problems, Exception? innerException = null)
        : base(Describe(source, problems), innerException)
    {
        FilePath = source;
        Problems = problems;
    }

    /// <summary>Path of the file, or the name given to bytes and streams.</summary>
    public string FilePath { get; }

    /// <summary>All problems, in the order of the file.</summary>
    public ImmutableArray<OnnxProblem> Problems { get; }

    private static string Describe(string source, ImmutableArray<OnnxProblem> problems)
    {
        if (problems.Length == 1)
        {
            return $"{source}: {problems[0]}";
        }

        var lines = problems.Take(ProblemsInMessage).Select(problem => $"  - {problem}");
        var rest = problems.Length > ProblemsInMessage ? Invariant($"\n  … and {problems.Length - ProblemsInMessage} more") : string.Empty;
        return $"{source}: {problems.Length} problems\n{string.Join('\n', lines)}{rest}";
    }
}
