using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace HighLight.Notebooks.Documents;

/// <summary>Cell identities (nbformat 4.5): their form, and identities for cells that have none.</summary>
internal static class CellIds
{
    /// <summary>The first minor version of nbformat 4 whose cells have identities.</summary>
    public const int FirstMinor = 5;

    public static bool IsValid(string id) => id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>
    /// Gives every cell an identity. A missing one is derived from the cell's type and text and from how many equal identities stand before it, so
    /// the same notebook always gets the same identities.
    /// </summary>
    public static ImmutableArray<NotebookCell> Complete(ImmutableArray<NotebookCell> cells)
    {
        var taken = cells.Select(cell => cell.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. cells.Select(cell => cell.Id is null ? cell with { Id = Derive(cell, taken) } : cell)];
    }

    private static string Derive(NotebookCell cell, HashSet<string> taken)
    {
        for (int attempt = 0; ; attempt++)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(Invariant($"{cell.CellType}\n{attempt}\n{cell.Source}")));
            string id = Convert.ToHexStringLower(hash.AsSpan(0, 4));
            if (taken.Add(id))
            {
                return id;
            }
        }
    }
}
