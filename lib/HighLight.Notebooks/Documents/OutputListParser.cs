using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// Reads the outputs of a cell. They are results of an earlier run: one that cannot be read is dropped with a warning, whatever is wrong
/// with it.
/// </summary>
internal sealed class OutputListParser(FindingList warnings)
{
    public ImmutableArray<CellOutput> Parse(RawJson? value, JsonPath path)
    {
        switch (value)
        {
            case null:
                return [];
            case { Kind: JsonValueKind.Array } items:
                return Parse(items.Items(), path);
            case { } other:
                warnings.Add(path, $"an array is required, this is {JsonKinds.Name(other.Kind)}; it is read as no outputs");
                return [];
        }
    }

    private ImmutableArray<CellOutput> Parse(ImmutableArray<RawJson> items, JsonPath path)
    {
        var outputs = ImmutableArray.CreateBuilder<CellOutput>();
        for (int i = 0; i < items.Length; i++)
        {
            var findings = new Findings();
            var output = Parse(items[i], path.Item(i), findings);
            if (findings.Violations.Any)
            {
                warnings.Add(findings.Violations, "; the output is dropped");
            }
            else
            {
                warnings.Add(findings.Warnings);
                outputs.Add(output!);
            }
        }

        return outputs.ToImmutable();
    }

    private static CellOutput? Parse(RawJson item, JsonPath path, Findings findings)
    {
        try
        {
            return new OutputParser(findings).Parse(item.Parse(), path);
        }
        catch (JsonException exception)
        {
            findings.Violations.Add(path, JsonValues.Describe(exception));
            return null;
        }
    }
}
