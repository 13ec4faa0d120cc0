using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Parameters;

/// <summary>The C# code that gives parameters their values.</summary>
internal static class Assignments
{
    /// <summary>One assignment a line, in the order of the declarations.</summary>
    /// <exception cref="ParameterException">A name or a value does not fit; all problems are named.</exception>
    public static string Write(ImmutableArray<DeclaredParameter> declared, ImmutableArray<ParameterValue> values)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var value in values)
        {
            string name = Excerpt.Of(value.Name);
            var parameter = declared.FirstOrDefault(candidate => string.Equals(candidate.Name, value.Name, StringComparison.Ordinal));
            if (parameter is null)
            {
                problems.Add($"{name}: the notebook has no such parameter. {Advice(value.Name, declared)}");
            }
            else if (parameter.Type is not { } type)
            {
                problems.Add($"{name}: values of type {parameter.TypeName} cannot be given. {Givable(declared)}");
            }
            else if (lines.ContainsKey(name))
            {
                problems.Add($"{name}: given more than once; give one value");
            }
            else
            {
                var (literal, problem) = value.Json is { } json ? type.FromJson(json) : type.FromText(value.Text!);
                lines[name] = $"{parameter.Target} = {literal};";
                if (problem is not null)
                {
                    problems.Add($"{name}: {problem} (type {parameter.TypeName})");
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new ParameterException(problems.ToImmutable());
        }

        var given = declared.Where(parameter => lines.ContainsKey(parameter.Name)).Select(parameter => lines[parameter.Name]);
        return string.Join('\n', given.Prepend("// Parameters"));
    }

    private static string Advice(string name, ImmutableArray<DeclaredParameter> declared)
    {
        var known = declared.Where(parameter => parameter.Type is not null).Select(parameter => parameter.Name).ToArray();
        return (NearestName.Find(name, known) is { } nearest ? $"Did you mean {nearest}? " : "") + Givable(declared);
    }

    private static string Givable(ImmutableArray<DeclaredParameter> declared)
    {
        var givable = declared.Where(parameter => parameter.Type is not null);
        string known = string.Join(", ", givable.Select(parameter => $"{parameter.Name} ({parameter.TypeName})"));
        return known.Length > 0 ? $"Parameters of the notebook: {known}." : "The notebook declares no parameter that can be given.";
    }
}
