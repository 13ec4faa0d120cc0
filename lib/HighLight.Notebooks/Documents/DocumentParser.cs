using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of a notebook into a document, collecting what is wrong with it.</summary>
internal sealed class DocumentParser(Findings findings)
{
    private const string Cells = "cells";

    /// <summary>The document; null if the file is not nbformat 4 at all. Meaningful only if there are no violations.</summary>
    public NotebookDocument? Parse(RawJson root)
    {
        if (root.Kind != JsonValueKind.Object)
        {
            findings.Violations.Add(JsonPath.Root, $"a notebook is a JSON object, this is {JsonKinds.Name(root.Kind)}");
            return null;
        }

        var raw = new RawFields(root, JsonPath.Root, findings);
        var fields = new FieldReader(raw.Parse([Cells], []), JsonPath.Root, findings);
        int? major = fields.RequiredInteger("nbformat");
        int? minor = fields.RequiredInteger("nbformat_minor");
        if (major is { } found && found != NotebookDocument.Major)
        {
            string fix = found < NotebookDocument.Major ? "; convert it with 'jupyter nbconvert --to notebook --nbformat 4'" : "";
            findings.Violations.Add(
                JsonPath.Root.Field("nbformat"),
                Invariant($"{found} is not supported, only {NotebookDocument.Major}{fix}"));
            return null;
        }

        if (minor < 0)
        {
            findings.Violations.Add(JsonPath.Root.Field("nbformat_minor"), Invariant($"{minor} is not legal, it is 0 or more"));
        }
        else if (minor > NotebookDocument.NewestMinor)
        {
            string known = Invariant($"{NotebookDocument.NewestMinor}, the newest that is known");
            findings.Warnings.Add(JsonPath.Root.Field("nbformat_minor"), Invariant($"{minor} is read as {known}; other fields are kept"));
        }

        var metadata = new MetadataCheck(findings.Warnings)
            .Notebook(fields.OptionalObject("metadata"), JsonPath.Root.Field("metadata"));
        var cells = ParseCells(raw.Find(Cells), minor ?? NotebookDocument.NewestMinor);
        return new NotebookDocument(minor ?? 0, metadata, cells, fields.Rest());
    }

    private ImmutableArray<NotebookCell> ParseCells(RawJson? value, int minor)
    {
        var path = JsonPath.Root.Field(Cells);
        if (value is not { Kind: JsonValueKind.Array } items)
        {
            findings.Violations.Add(
                path,
                value is { } other ? $"an array is required, this is {JsonKinds.Name(other.Kind)}" : "missing; an array is required");
            return [];
        }

        var parser = new CellParser(findings, minor);
        var cells = ImmutableArray.CreateBuilder<NotebookCell>();
        foreach (var item in items.Items())
        {
            int index = cells.Count;
            cells.Add(parser.Parse(item, path.Item(index) with { Cell = index + 1 }));
        }

        return minor < CellIds.FirstMinor || findings.Violations.Any
            ? cells.ToImmutable()
            : CellIds.Complete(CellIds.Distinct(cells.ToImmutable(), parser.WithoutId, findings.Warnings));
    }
}
