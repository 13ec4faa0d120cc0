using System.Collections.Immutable;

namespace HighLight.Commands.Parameters;

/// <summary>Parameters of the command line, each <c>name=value</c>.</summary>
internal static class ParameterAssignments
{
    /// <summary>The parameters in the order given.</summary>
    /// <param name="assignments">The values of <c>-p</c>; what follows the first <c>=</c> is the value, and may be empty.</param>
    /// <param name="problems">Receives a line, with the fix, for each that cannot be used.</param>
    public static ImmutableArray<NotebookParameter> Read(IEnumerable<string> assignments, ICollection<string> problems)
    {
        var parameters = ImmutableArray.CreateBuilder<NotebookParameter>();
        foreach (var assignment in assignments)
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                problems.Add(
                    $"-p must be followed by name=value in one word, but is followed by '{assignment}'. "
                    + $"Example: -p {Example(assignment)}=8");
            }
            else if (ParameterName.Problem(assignment[..equals]) is { } problem)
            {
                problems.Add($"-p '{assignment}': {problem}");
            }
            else
            {
                parameters.Add(NotebookParameter.OfText(assignment[..equals], assignment[(equals + 1)..]));
            }
        }

        foreach (var group in parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(FormattableString.Invariant($"-p gives '{group.Key}' {group.Count()} times. Keep one."));
        }

        return parameters.ToImmutable();
    }

    private static string Example(string assignment) => ParameterName.Problem(assignment) is null ? assignment : "name";
}
