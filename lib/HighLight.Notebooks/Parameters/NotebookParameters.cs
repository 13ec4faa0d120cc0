using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Parameters;

/// <summary>
/// Parameters of notebooks, as papermill has them: a code cell tagged <c>parameters</c> declares them with their defaults, and a cell after
/// it, tagged <c>injected-parameters</c>, sets those that are given.
/// </summary>
public static class NotebookParameters
{
    /// <summary>The tag of the cell that declares the parameters.</summary>
    public const string Declaring = "parameters";

    /// <summary>The tag of the cell that sets the given ones.</summary>
    public const string Injected = "injected-parameters";

    /// <summary>What is odd about the cells that declare parameters.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="values">The values that were given.</param>
    public static ImmutableArray<string> Warnings(NotebookDocument document, ImmutableArray<ParameterValue> values)
    {
        var declaring = document.Cells.Index().Where(item => item.Item is CodeCell cell && cell.HasTag(Declaring));
        return !values.IsEmpty && declaring.Select(item => item.Index + 1).ToArray() is [var first, var second, ..]
            ? [Invariant($"cell {second} has the tag '{Declaring}' too: only variables of cell {first}, the first one, can be set")]
            : [];
    }

    /// <summary>Sets parameters in a cell right after the declaring one; a cell that did so before is replaced.</summary>
    /// <param name="document">A C# notebook.</param>
    /// <param name="values">The values; without any the notebook stays as it is.</param>
    /// <exception cref="ParameterException">The notebook has no such parameters, or values do not have their types; all problems are
    /// named.</exception>
    public static NotebookDocument Inject(NotebookDocument document, ImmutableArray<ParameterValue> values)
    {
        if (values.IsEmpty)
        {
            return document;
        }

        var cells = document.Cells.RemoveAll(cell => cell is CodeCell && cell.HasTag(Injected) && !cell.HasTag(Declaring));
        int declaring = cells.ToList().FindIndex(cell => cell is CodeCell && cell.HasTag(Declaring));
        if (declaring < 0)
        {
            string names = string.Join(", ", values.Select(value => Excerpt.Of(value.Name)));
            const string Fix = $"they are declared in a code cell with the tag '{Declaring}', such as int n = 8;";
            throw new ParameterException([$"{names}: the notebook has no parameters; {Fix}"]);
        }

        var cell = (CodeCell)cells[declaring];
        if (cell.Language is { } language && !CellLanguage.IsCSharp(language))
        {
            throw new ParameterException(
                [$"the cell with the tag '{Declaring}' is written in '{Excerpt.Of(language)}'; parameters are declared in C#"]);
        }

        if (cell.HasTag(NotebookRunner.SkipExecution))
        {
            throw new ParameterException(
                [$"the cell with the tag '{Declaring}' also has the tag '{NotebookRunner.SkipExecution}': it is not run, so that its "
                    + "variables do not exist; remove one of the tags"]);
        }

        string code = Assignments.Write(DeclaredParameters.Of(cell.Source), values);
        var metadata = JsonValues.Of(new JsonObject { ["tags"] = new JsonArray(Injected) });
        cells = cells.Insert(declaring + 1, new CodeCell(null, code, metadata, [], null, []));
        return document with { Cells = document.Minor >= CellIds.FirstMinor ? CellIds.Complete(cells) : cells };
    }
}
