using System.Text;
using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>An array or list, which a collection expression can make.</summary>
/// <param name="item">The type of its items.</param>
internal sealed class ListType(IParameterType item) : IParameterType
{
    public string Legal => $"a list in JSON, such as [] or [a, b], of which each item is {item.Legal}";

    public ParameterLiteral FromText(string text)
    {
        try
        {
            return FromJson(JsonValues.Parse(Encoding.UTF8.GetBytes(text)));
        }
        catch (JsonException)
        {
            return ParameterLiteral.NotLegal(text, this);
        }
    }

    public ParameterLiteral FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return ParameterLiteral.NotLegal(json, this);
        }

        var code = new StringBuilder("[");
        int number = 0;
        foreach (var element in json.EnumerateArray())
        {
            number++;
            var literal = item.FromJson(element);
            if (literal.Problem is { } problem)
            {
                return new ParameterLiteral(null, Invariant($"item {number}: {problem}"));
            }

            code.Append(number > 1 ? ", " : "").Append(literal.Code);
        }

        return ParameterLiteral.Of(code.Append(']').ToString());
    }
}
