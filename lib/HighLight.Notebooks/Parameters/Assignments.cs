using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Parameters;

/// <summary>The C# code that gives parameters their values.</summary>
internal static class Assignments
{
    /// <summary>How many parameters a message lists at most, and how many problems.</summary>
    public const int MostListed = 100;

    /// <summary>One assignment a line, in the order of the declarations.</summary>
    /// <exception cref="ParameterException">Names or values do not fit; all are named, up to <see cref="MostListed"/>.</exception>
    public static string Write(ImmutableArray<DeclaredParameter> declared, ImmutableArray<ParameterValue> values)
    {
        var known = declared.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        var givable = declared.Where(parameter => parameter.Type is not null).ToImmutableArray();
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<string>();
        int more = 0;
        foreach (var value in values)
        {
            if (problems.Count >= MostListed)
            {
                more++;
            }
            else if (Assign(value, known, givable, lines) is { } problem)
            {
                problems.Add($"{Excerpt.Of(value.Name)}: {problem}");
            }
        }

        if (more > 0)
        {
            problems.Add(Invariant($"{more} more values were not looked at"));
        }

        if (problems.Count > 0)
        {
            throw new ParameterException(problems.ToImmutable());
        }

        var given = declared.Where(parameter => lines.ContainsKey(parameter.Name)).Select(parameter => lines[parameter.Name]);
        return string.Join('\n', given.Prepend("// Parameters"));
    }

    // Returns what is wrong; null if nothing is.
    private static string? Assign(
        ParameterValue value,
        Dictionary<string, DeclaredParameter> known,
        ImmutableArray<DeclaredParameter> givable,
        Dictionary<string, string> lines)
    {
        if (known.GetValueOrDefault(value.Name) is not { } parameter)
        {
            return $"the notebook has no such parameter. {Advice(value.Name, givable)}";
        }

        if (parameter.Type is not { } type)
        {
            string why = parameter.IsKnown ? "" : ": before the run the type is not known, only those of .NET and of this cell are";
            return $"values of type {Excerpt.Of(parameter.TypeName)} cannot be given{why}. {List(givable)}";
        }

        var (literal, problem) = value.Json is { } json ? type.FromJson(json) : type.FromText(value.Text!);
        return !lines.TryAdd(parameter.Name, $"{parameter.Target} = {literal};") ? "given more than once. Give one value."
            : problem is null ? null
            : $"{problem} (type {Excerpt.Of(parameter.TypeName)})";
    }

    private static string Advice(string name, ImmutableArray<DeclaredParameter> givable)
    {
        string? nearest = NearestName.Find(name, [.. givable.Select(parameter => parameter.Name)]);
        return (nearest is null ? "" : $"Did you mean {Excerpt.Of(nearest)}? ") + List(givable);
    }

    private static string List(ImmutableArray<DeclaredParameter> givable)
    {
        if (givable.IsEmpty)
        {
            return "The notebook declares no parameter that can be given.";
        }

        var named = givable.Take(MostListed).Select(parameter => $"{Excerpt.Of(parameter.Name)} ({Excerpt.Of(parameter.TypeName)})");
        string more = givable.Length > MostListed ? Invariant($" and {givable.Length - MostListed} more") : "";
        return $"Parameters of the notebook: {string.Join(", ", named)}{more}.";
    }
}
