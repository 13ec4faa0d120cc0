using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Cell identities (nbformat 4.5): their form, and identities for cells that have none.</summary>
internal static class CellIds
{
    /// <summary>The first minor version of nbformat 4 whose cells have identities.</summary>
    public const int FirstMinor = 5;

    /// <summary>The name of the field.</summary>
    public const string Field = "id";

    public static bool IsValid(string id) => id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>A cell's identity; null, with a warning unless it is absent, if there is none to use.</summary>
    public static string? Read(FieldReader fields, FindingList warnings)
    {
        switch (fields.Take(Field))
        {
            case null or { ValueKind: JsonValueKind.Undefined }:
                return null;
            case { ValueKind: JsonValueKind.String } value when value.GetString() is { } id:
                if (IsValid(id))
                {
                    return id;
                }

                Warn($"'{Excerpt.Of(id)}' is not a cell id, which is 1 to 64 letters, digits, '-' or '_'");
                return null;
            case { } other:
                Warn($"a string is required, this is {JsonKinds.Name(other)}");
                return null;
        }

        void Warn(string message) => warnings.Add(fields.Path.Field(Field), message + "; the cell gets a derived id");
    }

    /// <summary>
    /// Takes the identity from each cell that has the same one as a cell before it, and says so, also for cells without any.
    /// </summary>
    public static ImmutableArray<NotebookCell> Distinct(ImmutableArray<NotebookCell> cells, IReadOnlySet<int> absent, FindingList warnings)
    {
        if (absent.Count > 0)
        {
            string numbers = string.Join(", ", absent.Order().Take(10).Select(index => Invariant($"{index + 1}")));
            string more = absent.Count > 10 ? ", …" : "";
            warnings.Add(JsonPath.Root.Field("cells"), $"cells without an id: {numbers}{more}; they get derived ids");
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. cells.Select((cell, i) =>
            {
                if (cell.Id is not { } id || first.TryAdd(id, i + 1))
                {
                    return cell;
                }

                var path = (JsonPath.Root.Field("cells").Item(i) with { Cell = i + 1 }).Field(Field);
                warnings.Add(path, Invariant($"'{id}' is also the id of cell {first[id]}; the cell gets a derived id"));
                return cell with { Id = null };
            }),
        ];
    }

    /// <summary>
    /// Gives every cell an identity. A missing one is derived from the cell's type and text and from how many equal identities stand before
    /// it, so the same notebook always gets the same identities.
    /// </summary>
    public static ImmutableArray<NotebookCell> Complete(ImmutableArray<NotebookCell> cells)
    {
        var taken = cells.Select(cell => cell.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var attempts = new Dictionary<(string Type, string Source), int>();
        return [.. cells.Select(cell => cell.Id is null ? cell with { Id = Derive(cell, taken, attempts) } : cell)];
    }

    private static string Derive(NotebookCell cell, HashSet<string> taken, Dictionary<(string Type, string Source), int> attempts)
    {
        var content = (cell.CellType, cell.Source);
        for (int attempt = attempts.GetValueOrDefault(content); ; attempt++)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(Invariant($"{cell.CellType}\n{attempt}\n{cell.Source}")));
            string id = Convert.ToHexStringLower(hash.AsSpan(0, 4));
            if (taken.Add(id))
            {
                attempts[content] = attempt + 1;
                return id;
            }
        }
    }
}
