using System.Buffers;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which Python writes into JSON although JSON has no such numbers.
/// </summary>
internal static class NonFiniteLiterals
{
    private static readonly SearchValues<byte> Outside = SearchValues.Create("\"NI\n"u8);
    private static readonly SearchValues<byte> Inside = SearchValues.Create("\"\\\n"u8);

    /// <summary>The same JSON with null for each such literal, with a warning each.</summary>
    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> utf8, FindingList warnings)
    {
        var json = utf8.Span;
        if (json.IndexOf("NaN"u8) < 0 && json.IndexOf("Infinity"u8) < 0)
        {
            return utf8;
        }

        var result = new ArrayBufferWriter<byte>(utf8.Length);
        int copied = 0;
        int line = 1;
        bool inside = false;
        for (int i = Next(json, 0, inside); i < json.Length; i = Next(json, i, inside))
        {
            int literal = 0;
            switch (json[i])
            {
                case (byte)'\n':
                    line++;
                    break;
                case (byte)'"':
                    inside = !inside;
                    break;
                case (byte)'\\':
                    i++;
                    break;
                default:
                    literal = Length(json[i..]);
                    break;
            }

            if (literal > 0)
            {
                int start = i > copied && literal > 3 && json[i - 1] == '-' ? i - 1 : i;
                result.Write(json[copied..start]);
                result.Write("null"u8);
                copied = i + literal;
                string name = System.Text.Encoding.ASCII.GetString(json[start..copied]);
                warnings.Add(Invariant($"line {line}: {name} is not a number of JSON; it is read as null"));
            }

            i += Math.Max(literal, 1);
        }

        result.Write(json[copied..]);
        return result.WrittenMemory;
    }

    private static int Next(ReadOnlySpan<byte> json, int from, bool inside)
    {
        int found = from >= json.Length ? -1 : json[from..].IndexOfAny(inside ? Inside : Outside);
        return found < 0 ? json.Length : from + found;
    }

    private static int Length(ReadOnlySpan<byte> json) => json.StartsWith("NaN"u8) ? 3 : json.StartsWith("Infinity"u8) ? 8 : 0;
}
