using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of a cell into a cell, collecting violations.</summary>
internal sealed class CellParser(Violations violations, int minor)
{
    private readonly OutputParser _outputs = new(violations);

    public NotebookCell Parse(JsonElement element, JsonPath path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            violations.Add(path, $"a cell is a JSON object, this is {JsonKinds.Name(element)}");
            return new RawCell(null, "", JsonValues.EmptyObject, [], null);
        }

        var fields = new FieldReader(element, path, violations);
        string? type = fields.RequiredString("cell_type");
        string? id = minor >= CellIds.FirstMinor ? ParseId(fields, path) : null;
        string source = fields.RequiredText("source");
        var metadata = fields.OptionalObject("metadata");
        switch (type)
        {
            case "code":
                int? count = fields.OptionalInteger("execution_count");
                var outputs = ParseOutputs(fields);
                return new CodeCell(id, source, metadata, fields.Rest(), count, outputs);
            case "markdown":
                var attachments = ParseAttachments(fields);
                return new MarkdownCell(id, source, metadata, fields.Rest(), attachments);
            default:
                if (type is not ("raw" or null))
                {
                    violations.Add(path.Field("cell_type"), $"'{type}' is not a type of cell, only code, markdown and raw are");
                }

                attachments = ParseAttachments(fields);
                return new RawCell(id, source, metadata, fields.Rest(), attachments);
        }
    }

    private string? ParseId(FieldReader fields, JsonPath path)
    {
        string? id = fields.OptionalString("id");
        if (id is not null && !CellIds.IsValid(id))
        {
            violations.Add(path.Field("id"), $"'{(id.Length > 80 ? id[..80] + "…" : id)}' is not a cell id: 1 to 64 letters, digits, '-' or '_'");
        }

        return id;
    }

    private ImmutableArray<CellOutput> ParseOutputs(FieldReader fields)
    {
        if (fields.OptionalArray("outputs") is not { } items)
        {
            return [];
        }

        var path = fields.Path.Field("outputs");
        var outputs = ImmutableArray.CreateBuilder<CellOutput>();
        int index = 0;
        foreach (var item in items.EnumerateArray())
        {
            if (_outputs.Parse(item, path.Item(index++)) is { } output)
            {
                outputs.Add(output);
            }
        }

        return outputs.ToImmutable();
    }

    private ImmutableArray<Attachment>? ParseAttachments(FieldReader fields)
    {
        if (!fields.Has("attachments"))
        {
            return null;
        }

        var path = fields.Path.Field("attachments");
        return [.. fields.OptionalObject("attachments").EnumerateObject().Select(file => new Attachment(file.Name, _outputs.ParseBundle(file.Value, path.Field(file.Name))))];
    }
}
