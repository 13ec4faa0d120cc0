using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents.Dib;

/// <summary>
/// Reads .dib files as .NET Interactive does: a line <c>#!name</c> begins a cell if it is nothing but the name of a kernel; other marked
/// lines are magic commands within a cell. Blank lines around a cell's text are no part of it, and a cell without text is none.
/// </summary>
internal static class DibReader
{
    /// <exception cref="NotebookFormatException">The bytes are not text, or the metadata are not a JSON object.</exception>
    public static ReadNotebook Read(ReadOnlySpan<byte> bytes, string file)
    {
        string[] lines = DibText.Lines(Text(bytes, file));
        var (metadata, from, to) = Metadata(lines, file);
        var info = KernelInfo.Of(metadata.Field(KernelInfo.Field));
        var kernels = new DibKernels(info.Kernels);
        string name = info.DefaultKernelName ?? Kernel.CSharp.Name;
        var defaultKernel = kernels.Find(name) ?? new Kernel(name, null, []);
        var cells = ImmutableArray.CreateBuilder<NotebookCell>();
        var kernel = defaultKernel;
        var text = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (i >= from && i < to)
            {
                continue;
            }

            if (kernels.Heading(lines[i]) is { } next)
            {
                End();
                kernel = next;
            }
            else
            {
                text.Add(lines[i]);
            }
        }

        End();
        if (cells.Count == 0)
        {
            cells.Add(Cell(defaultKernel, defaultKernel, ""));
        }

        var document = NotebookDocument.Empty with
        {
            Metadata = DibMetadata.ToNotebook(metadata, defaultKernel.Name),
            Cells = CellIds.Complete(cells.ToImmutable()),
        };
        return new ReadNotebook(document, []);

        void End()
        {
            string source = DibText.Join(text);
            text.Clear();
            if (source.Length > 0)
            {
                cells.Add(Cell(kernel, defaultKernel, source));
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes, string file)
    {
        Encoding encoding = bytes switch
        {
            [0xff, 0xfe, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xfe, 0xff, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        };
        try
        {
            return encoding.GetString(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new NotebookFormatException(
                file,
                [Invariant($"it is not text in UTF-8: byte {exception.Index + 1} cannot be read")],
                exception);
        }
    }

    // The metadata, and the lines that they take up.
    private static (JsonElement Metadata, int From, int To) Metadata(string[] lines, string file)
    {
        int from = Array.FindIndex(lines, line => string.Equals(line.TrimEnd(), DibFormat.Metadata, StringComparison.Ordinal));
        if (from < 0)
        {
            return (JsonValues.EmptyObject, 0, 0);
        }

        int to = Array.FindIndex(lines, from + 1, line => line.StartsWith(DibFormat.Mark, StringComparison.Ordinal));
        to = to < 0 ? lines.Length : to;
        string problem;
        try
        {
            var metadata = JsonValues.Parse(Encoding.UTF8.GetBytes(string.Join('\n', lines[(from + 1)..to])));
            if (metadata.ValueKind == JsonValueKind.Object)
            {
                return (metadata, from, to);
            }

            problem = $"this is {JsonKinds.Name(metadata)}";
        }
        catch (JsonException exception)
        {
            problem = JsonValues.Describe(exception);
        }

        throw new NotebookFormatException(
            file,
            [Invariant($"line {from + 1}: a JSON object is required after {DibFormat.Metadata}: {problem}")]);
    }

    private static NotebookCell Cell(Kernel kernel, Kernel defaultKernel, string source) => kernel.Name switch
    {
        DibFormat.Markdown => new MarkdownCell(null, source, JsonValues.EmptyObject, [], null),
        DibFormat.Raw => new RawCell(null, source, JsonValues.EmptyObject, [], null),
        "csharp" when kernel == defaultKernel => new CodeCell(null, source, JsonValues.EmptyObject, [], null, []),
        _ => new CodeCell(null, source, Language(kernel.Name), [], null, []),
    };

    private static JsonElement Language(string kernel) => JsonValues.Of(new JsonObject
    {
        ["dotnet_interactive"] = new JsonObject { ["language"] = kernel },
        [KernelInfo.Polyglot] = new JsonObject { ["kernelName"] = kernel },
    });
}
