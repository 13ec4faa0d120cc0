using System.Collections.Immutable;
using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Parameters;

/// <summary>The values that a run is given for the parameters of its notebook.</summary>
public static class ParameterValues
{
    /// <summary>
    /// Reads <c>{"parameters": {"name": {"text": "8"}, "other": {"value": [1, 2]}}}</c>: <c>text</c> is read as the parameter's type asks,
    /// <c>value</c> is typed JSON. <c>parameters</c> may be absent.
    /// </summary>
    /// <exception cref="ParameterException">The JSON has another form; all problems are named.</exception>
    public static ImmutableArray<ParameterValue> Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ParameterException(["the parameters are given as a JSON object: {\"parameters\": {…}}"]);
        }

        if (json.Field("parameters") is not { } parameters)
        {
            return [];
        }

        var problems = new List<string>();
        var values = ImmutableArray.CreateBuilder<ParameterValue>();
        try
        {
            if (parameters.ValueKind != JsonValueKind.Object)
            {
                throw new ParameterException(["'parameters' is a JSON object with one field a parameter"]);
            }

            foreach (var field in parameters.EnumerateObject())
            {
                if (Parse(field) is { } value)
                {
                    values.Add(value);
                }
                else
                {
                    problems.Add($"{Excerpt.Of(field.Name)}: a value has the form {{\"text\": \"8\"}} or {{\"value\": 8}}");
                }
            }
        }
        catch (InvalidOperationException)
        {
            problems.Add(JsonValues.Unreadable);
        }

        return problems.Count > 0 ? throw new ParameterException([.. problems]) : values.ToImmutable();
    }

    private static ParameterValue? Parse(JsonProperty field) =>
        field.Value.Field("text") is { ValueKind: JsonValueKind.String } text ? ParameterValue.OfText(field.Name, text.GetString()!)
        : field.Value.Field("value") is { } json ? ParameterValue.OfJson(field.Name, json)
        : null;
}
