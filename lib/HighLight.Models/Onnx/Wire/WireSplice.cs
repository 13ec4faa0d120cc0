using Google.Protobuf;

namespace HighLight.Models.Onnx.Wire;

/// <summary>
/// Replaces parts of a protobuf file. All other bytes are copied as they are, known or not; only the lengths of the messages around a part change, and only
/// where its own length does.
/// </summary>
internal static class WireSplice
{
    /// <summary>The file with every edit made.</summary>
    /// <param name="file">The bytes of the root message.</param>
    /// <param name="edits">Fields inside it, in any order; none inside another.</param>
    /// <exception cref="InvalidOperationException">The result would be longer than an array.</exception>
    public static byte[] Apply(byte[] file, IEnumerable<WireEdit> edits)
    {
        WireEdit[] sorted = [.. edits.OrderBy(edit => edit.Range.Start)];
        if (sorted.All(edit => edit.Content.Length == edit.Range.Length))
        {
            return Overwrite(file, sorted);
        }

        // Each edit may also lengthen the length fields around it, by at most a few bytes.
        const int LengthFields = 64;
        var longest = sorted.Aggregate((long)file.Length, (sum, edit) => sum + Math.Max(0, edit.Content.Length - edit.Range.Length) + LengthFields);
        return longest <= Array.MaxLength
            ? Rewrite(file, new ByteRange(0, file.Length), sorted)
            : throw new InvalidOperationException(Invariant($"The changed model would be longer than the {Array.MaxLength} bytes of one ONNX file."));
    }

    private static byte[] Overwrite(byte[] file, WireEdit[] edits)
    {
        var result = (byte[])file.Clone();
        foreach (var edit in edits)
        {
            edit.Content.CopyTo(result, edit.Range.Start);
        }

        return result;
    }

    private static byte[] Rewrite(byte[] file, ByteRange message, ReadOnlySpan<WireEdit> edits)
    {
        using var result = new MemoryStream(message.Length);
        var stream = new CodedInputStream(file, message.Start, message.Length);
        var copied = message.Start;
        while (!edits.IsEmpty)
        {
            var tag = stream.ReadTag();
            if (tag == 0)
            {
                throw new InvalidOperationException("An edit does not name a field of the file.");
            }

            var before = (int)stream.Position;
            stream.SkipLastField();
            var end = (int)stream.Position;
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited || edits[0].Range.Start >= end)
            {
                continue;
            }

            var length = new CodedInputStream(file, before, end - before).ReadLength();
            var field = new ByteRange(end - length, end);
            var inside = 1;
            while (inside < edits.Length && edits[inside].Range.Start < end)
            {
                inside++;
            }

            var content = edits[0].Range == field ? edits[0].Content : Rewrite(file, field, edits[..inside]);
            result.Write(file, copied, (content.Length == length ? field.Start : before) - copied);
            if (content.Length != length)
            {
                WriteLength(result, content.Length);
            }

            result.Write(content);
            copied = end;
            edits = edits[inside..];
        }

        result.Write(file, copied, message.End - copied);
        return result.ToArray();
    }

    private static void WriteLength(MemoryStream into, int length)
    {
        using var output = new CodedOutputStream(into, leaveOpen: true);
        output.WriteLength(length);
    }
}
