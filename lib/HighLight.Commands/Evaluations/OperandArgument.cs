using System.Globalization;
using HighLight.Commands.Patterns;
using HighLight.Evaluation.Densities;
using HighLight.Sparsity;

namespace HighLight.Commands.Evaluations;

/// <summary>
/// The sparsity of an operand as it is written on the command line: <c>dense</c>, the density of unstructured zeros (<c>0.25</c>), or a specification
/// (<c>C1(4:8)->C0(2:4)</c>, <c>2:4</c>).
/// </summary>
internal static class OperandArgument
{
    private const string Dense = "dense";

    /// <summary>Values worth offering; each can be given.</summary>
    public static IEnumerable<string> Offered => [Dense, "0.25", "0.5", .. PatternNames.Patterns];

    /// <summary>The operand; null when the text is not one and <paramref name="problems"/> says why.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">Its value.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static OperandDensity? Read(string option, string text, ICollection<string> problems)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals(Dense, StringComparison.OrdinalIgnoreCase))
        {
            return new DenseOperand();
        }

        if (double.TryParse(trimmed.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Density(option, trimmed, number, problems);
        }

        try
        {
            var specification = SparsitySpecification.Parse(trimmed);
            return IsUnstructured(specification)
                ? Refuse($"{option}: '{specification}' does not say how many values are nonzero: give the density instead, for example {option} 0.25.", problems)
                : Pattern(option, specification.ToPattern(), problems);
        }
        catch (SparsityFormatException exception)
        {
            var meant = NearestName.Find(trimmed, [Dense]) is null ? "" : $"\n  Did you mean {Dense}?";
            return Refuse($"{option}: {exception.Message}{meant}\n  Write {Dense}, the density of unstructured zeros (0.25) or a pattern (\"C1(4:8)->C0(2:4)\").", problems);
        }
    }

    /// <summary>The operand as this argument would be given for it.</summary>
    public static string TextOf(OperandDensity operand) => operand switch
    {
        UniformOperand uniform => uniform.Nominal.ToString("R", CultureInfo.InvariantCulture),
        _ => operand.ToString(),
    };

    private static OperandDensity? Density(string option, string text, double number, ICollection<string> problems)
    {
        if (text.EndsWith('%') || !(number is >= 0 and <= 1))
        {
            var meant = number is > 0 and <= 100 ? FormattableString.Invariant($" Did you mean {number / 100}?") : "";
            return Refuse($"{option}: a density is a number in 0..1, the share of nonzeros, but is '{text}'.{meant}", problems);
        }

        // Without a zero nothing is unstructured.
        return number == 1 ? new DenseOperand() : new UniformOperand(number);
    }

    private static HssOperand? Pattern(string option, HssPattern pattern, ICollection<string> problems)
    {
        if (pattern.GroupSize <= int.MaxValue)
        {
            return new HssOperand(pattern);
        }

        problems.Add(FormattableString.Invariant($"{option}: a group of {pattern} spans {pattern.GroupSize} values; at most {int.MaxValue} can be evaluated. Take smaller H or fewer ranks."));
        return null;
    }

    private static bool IsUnstructured(SparsitySpecification specification) =>
        specification.Ranks.Any(rank => rank.Rule.Kind == RankRuleKind.Unconstrained) && specification.Ranks.All(rank => rank.Rule.Kind != RankRuleKind.Structured);

    private static OperandDensity? Refuse(string problem, ICollection<string> problems)
    {
        problems.Add(problem);
        return null;
    }
}
