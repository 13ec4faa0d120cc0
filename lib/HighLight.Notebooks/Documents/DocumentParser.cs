using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of a notebook into a document, collecting violations.</summary>
internal sealed class DocumentParser(Violations violations)
{
    /// <summary>The document; null if the file is not nbformat 4 at all. Meaningful only if there are no violations.</summary>
    public NotebookDocument? Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            violations.Add(JsonPath.Root, $"a notebook is a JSON object, this is {JsonKinds.Name(root)}");
            return null;
        }

        var fields = new FieldReader(root, JsonPath.Root, violations);
        int? major = fields.RequiredInteger("nbformat");
        int? minor = fields.RequiredInteger("nbformat_minor");
        if (major is { } found && found != NotebookDocument.Major)
        {
            violations.Add(JsonPath.Root.Field("nbformat"), Invariant($"{found} is not supported, only {NotebookDocument.Major}{(found < NotebookDocument.Major ? "; convert it with 'jupyter nbconvert --to notebook --nbformat 4'" : "")}"));
            return null;
        }

        if (minor is < 0 or > NotebookDocument.NewestMinor)
        {
            violations.Add(JsonPath.Root.Field("nbformat_minor"), Invariant($"{minor} is not supported, only 0 to {NotebookDocument.NewestMinor}"));
        }

        var metadata = fields.OptionalObject("metadata");
        var cells = ParseCells(fields, minor ?? NotebookDocument.NewestMinor);
        return new NotebookDocument(minor ?? 0, metadata, cells, fields.Rest());
    }

    private ImmutableArray<NotebookCell> ParseCells(FieldReader fields, int minor)
    {
        if (fields.RequiredArray("cells") is not { } items)
        {
            return [];
        }

        var parser = new CellParser(violations, minor);
        var cells = ImmutableArray.CreateBuilder<NotebookCell>();
        var path = JsonPath.Root.Field("cells");
        foreach (var item in items.EnumerateArray())
        {
            int index = cells.Count;
            cells.Add(parser.Parse(item, path.Item(index) with { Cell = index + 1 }));
        }

        RequireDistinctIds(cells);
        return minor >= CellIds.FirstMinor && !violations.Any ? CellIds.Complete(cells.ToImmutable()) : cells.ToImmutable();
    }

    private void RequireDistinctIds(IReadOnlyList<NotebookCell> cells)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i].Id is { } id && !first.TryAdd(id, i + 1))
            {
                violations.Add((JsonPath.Root.Field("cells").Item(i) with { Cell = i + 1 }).Field("id"), Invariant($"'{id}' is also the id of cell {first[id]}; ids are unique, remove one"));
            }
        }
    }
}
