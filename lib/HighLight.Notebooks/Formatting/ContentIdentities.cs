using System.Security.Cryptography;
using System.Text;

namespace HighLight.Notebooks.Formatting;

/// <summary>
/// Gives charts an identity made of their content and of how often that content was shown before, in place of a random one: a notebook that is run twice
/// gives the same bytes, and two equal charts on a page are still told apart.
/// </summary>
internal sealed class ContentIdentities
{
    private readonly Dictionary<string, int> _shown = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Replaces a random identity in the markup of a value.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="value">What it shows; its public string property <c>Id</c>, if that is a GUID, is the identity.</param>
    public string Replace(string markup, object value)
    {
        if (value.GetType().GetProperty("Id")?.GetValue(value) is not string { Length: > 0 } id || !Guid.TryParse(id, out _))
        {
            return markup;
        }

        string content = markup.Replace(id, "", StringComparison.Ordinal);
        int count;
        lock (_lock)
        {
            count = _shown[content] = _shown.GetValueOrDefault(content) + 1;
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(System.FormattableString.Invariant($"{count}\n{content}")));
        return markup.Replace(id, new Guid(hash.AsSpan(0, 16)).ToString(), StringComparison.Ordinal);
    }
}
