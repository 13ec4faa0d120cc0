using System.Collections.Immutable;
using System.Text;

namespace HighLight.Csv;

/// <summary>Records of comma-separated text (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks. Empty lines are skipped, and lines that begin with an unquoted #.</summary>
internal static class CsvText
{
    /// <summary>Reads all records; text that is malformed is reported and read as well as it can be.</summary>
    public static ImmutableArray<CsvRecord> Read(string text, ImmutableArray<CsvError>.Builder errors)
    {
        var records = ImmutableArray.CreateBuilder<CsvRecord>();
        var fields = ImmutableArray.CreateBuilder<string>();
        var field = new StringBuilder();
        var line = 1;
        var recordLine = 1;
        var wasQuoted = false;
        var i = 0;
        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
            wasQuoted = false;
        }

        void EndRecord()
        {
            var empty = fields.Count == 0 && field.Length == 0 && !wasQuoted;
            EndField();
            if (!empty)
            {
                records.Add(new CsvRecord(recordLine, fields.ToImmutable()));
            }

            fields.Clear();
        }

        while (i < text.Length)
        {
            var c = text[i++];
            switch (c)
            {
                case '#' when field.Length == 0 && !wasQuoted && fields.Count == 0:
                    var comment = text.AsSpan(i).IndexOfAny('\r', '\n');
                    i = comment < 0 ? text.Length : i + comment;
                    break;
                case '"' when field.Length == 0 && !wasQuoted:
                    wasQuoted = true;
                    var opened = line;
                    i = ReadQuoted(text, i, field, ref line, out var closed);
                    if (!closed)
                    {
                        errors.Add(new(opened, "", "a quoted field is not closed before the end of the text.", "Close it with \"."));
                    }

                    break;
                case ',':
                    EndField();
                    break;
                case '\r' when i < text.Length && text[i] == '\n':
                    break;
                case '\r' or '\n':
                    EndRecord();
                    recordLine = ++line;
                    break;
                default:
                    if (c == '"' || wasQuoted)
                    {
                        errors.Add(new(line, "", c == '"' ? "a quote stands inside a field." : "text follows a closed quote.", "Quote the whole field and double the quotes in it."));
                        wasQuoted = false;
                    }

                    field.Append(c);
                    break;
            }
        }

        EndRecord();
        return records.ToImmutable();
    }

    /// <summary>Quotes a field where it must be.</summary>
    public static string Quote(string field) =>
        field.StartsWith('#') || field.AsSpan().ContainsAny(",\"\r\n") ? Invariant($"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"") : field;

    private static int ReadQuoted(string text, int i, StringBuilder field, ref int line, out bool closed)
    {
        closed = false;
        while (i < text.Length && !closed)
        {
            var c = text[i++];
            if (c != '"')
            {
                line += c == '\n' ? 1 : 0;
                field.Append(c);
            }
            else if (i < text.Length && text[i] == '"')
            {
                field.Append('"');
                i++;
            }
            else
            {
                closed = true;
            }
        }

        return i;
    }
}
