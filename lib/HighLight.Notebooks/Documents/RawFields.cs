using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>The fields of a JSON object, each name once, looked into one by one.</summary>
internal sealed class RawFields
{
    private readonly List<RawField> _fields = [];
    private readonly JsonPath _path;
    private readonly Findings _findings;

    /// <param name="value">A JSON object.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public RawFields(RawJson value, JsonPath path, Findings findings)
    {
        _path = path;
        _findings = findings;
        foreach (var (name, content) in value.Fields())
        {
            if (name is null)
            {
                findings.Violations.Add(path, $"the name of a field cannot be read: {JsonValues.Unreadable}");
            }
            else
            {
                _fields.Add(new RawField(name, content));
            }
        }
    }

    /// <summary>The last field of this name; null if there is none.</summary>
    public RawJson? Find(string name)
    {
        int index = _fields.FindLastIndex(field => string.Equals(field.Name, name, StringComparison.Ordinal));
        return index < 0 ? null : _fields[index].Value;
    }

    /// <summary>All fields but those named, in file order.</summary>
    /// <param name="apart">Names of fields that are read in another way.</param>
    /// <param name="dispensable">Names of fields that the reader can do without: what is wrong with them is a warning.</param>
    /// <returns>Each name once. A value that cannot be read is undefined.</returns>
    public IReadOnlyList<JsonField> Parse(IReadOnlyCollection<string> apart, IReadOnlyCollection<string> dispensable)
    {
        var parsed = new List<JsonField>();
        foreach (var group in _fields.GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            var list = dispensable.Contains(group.Key, StringComparer.Ordinal) ? _findings.Warnings : _findings.Violations;
            if (group.Skip(1).Any())
            {
                list.Add(
                    _path.Field(group.Key),
                    "the field stands here more than once" + (list == _findings.Warnings ? "; the last one counts" : "; keep one"));
            }

            if (!apart.Contains(group.Key, StringComparer.Ordinal))
            {
                parsed.Add(new JsonField(group.Key, Parse(group.Last(), list)));
            }
        }

        return parsed;
    }

    private JsonElement Parse(RawField field, FindingList list)
    {
        try
        {
            return field.Value.Parse();
        }
        catch (JsonException exception)
        {
            list.Add(_path.Field(field.Name), JsonValues.Describe(exception));
            return default;
        }
    }
}
