using System.Text;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>Text whose surrogates stand in pairs.</summary>
internal static class UnicodeText
{
    public static bool IsWellFormed(string text) => !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') || Paired(text);

    /// <summary>The text of a JSON string; null if the value is not a string or holds half of a surrogate pair.</summary>
    public static string? Of(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Paired(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
