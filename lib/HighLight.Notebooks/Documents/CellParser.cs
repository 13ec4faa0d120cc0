using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of a cell into a cell, collecting what is wrong with it.</summary>
internal sealed class CellParser(Findings findings, int minor)
{
    private const string Outputs = "outputs";
    private const string ExecutionCount = "execution_count";
    private const string Attachments = "attachments";

    private readonly OutputListParser _outputs = new(findings.Warnings);
    private readonly HashSet<int> _withoutId = [];
    private int _count;

    /// <summary>Which of the cells parsed so far, from 0, lack the field that identifies them.</summary>
    public IReadOnlySet<int> WithoutId => _withoutId;

    public NotebookCell Parse(RawJson cell, JsonPath path)
    {
        int index = _count++;
        if (cell.Kind != JsonValueKind.Object)
        {
            findings.Violations.Add(path, $"a cell is a JSON object, this is {JsonKinds.Name(cell.Kind)}");
            return new RawCell(null, "", JsonValues.EmptyObject, [], null);
        }

        var raw = new RawFields(cell, path, findings);
        bool code = IsCode(raw);
        string[] results = code ? [Outputs, ExecutionCount] : [];
        string[] dispensable = minor >= CellIds.FirstMinor ? [CellIds.Field, .. results] : results;
        var fields = new FieldReader(raw.Parse(code ? [Outputs] : [], dispensable), path, findings);
        string? type = fields.RequiredString("cell_type");
        if (!fields.Has(CellIds.Field))
        {
            _withoutId.Add(index);
        }

        string? id = minor >= CellIds.FirstMinor ? CellIds.Read(fields, findings.Warnings) : null;
        string source = fields.RequiredText("source");
        var metadata = new MetadataCheck(findings.Warnings).Cell(fields.OptionalObject("metadata"), path.Field("metadata"));
        if (code)
        {
            int? count = ParseCount(fields);
            return new CodeCell(id, source, metadata, fields.Rest(), count, _outputs.Parse(raw.Find(Outputs), path.Field(Outputs)));
        }

        if (type is not ("markdown" or "raw" or null))
        {
            findings.Violations.Add(
                path.Field("cell_type"),
                $"'{Excerpt.Of(type)}' is not a type of cell, only code, markdown and raw are");
        }

        var attachments = ParseAttachments(fields);
        return type is "markdown"
            ? new MarkdownCell(id, source, metadata, fields.Rest(), attachments)
            : new RawCell(id, source, metadata, fields.Rest(), attachments);
    }

    private static bool IsCode(RawFields fields)
    {
        try
        {
            return fields.Find("cell_type") is { Kind: JsonValueKind.String } type && type.Parse().ValueEquals("code");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private int? ParseCount(FieldReader fields)
    {
        switch (fields.Take(ExecutionCount))
        {
            case null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }:
                return null;
            case { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out int count):
                return count;
            case { } other:
                string what = other.ValueKind == JsonValueKind.Number ? Excerpt.Of(other.GetRawText(), 40) : JsonKinds.Name(other);
                findings.Warnings.Add(
                    fields.Path.Field(ExecutionCount),
                    $"an integer or null is required, this is {what}; it is read as null");
                return null;
        }
    }

    private ImmutableArray<Attachment>? ParseAttachments(FieldReader fields)
    {
        if (!fields.Has(Attachments))
        {
            return null;
        }

        var path = fields.Path.Field(Attachments);
        var bundles = new BundleParser(findings);
        return
        [
            .. fields.OptionalObject(Attachments).EnumerateObject()
                .Select(file => new Attachment(file.Name, bundles.Parse(file.Value, path.Field(file.Name)))),
        ];
    }
}
