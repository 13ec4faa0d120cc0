using System.Collections.Immutable;
using CsCheck;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class NotebookRoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab \n\r\t\"\\<&é\u2028\u0001"], 0, 12],
        Gen.OneOf("", "x = 1;\ny", "😀\n", "#r \"nuget: A\"", "\r\n"));

    private static readonly Gen<MimeBundle> Bundle =
        Gen.Select(Gen.OneOf("text/plain", "text/html", "image/png", "image/svg+xml", "application/x-thing"), Text)
            .List[0, 3].Select(entries => MimeBundle.OfText(entries.DistinctBy(entry => entry.Item1, StringComparer.Ordinal)));

    private static readonly Gen<CellOutput> Output = Gen.OneOf(
        Gen.Select(Gen.OneOf("stdout", "stderr"), Text).Select(CellOutput (pair) => new StreamOutput(pair.Item1, pair.Item2, [])),
        Bundle.Select(CellOutput (data) => new DisplayDataOutput(data, NotebookText.EmptyObject, [])),
        Gen.Select(Gen.Int[1, 9], Bundle).Select(CellOutput (pair) => new ExecuteResultOutput(pair.Item1, pair.Item2, NotebookText.EmptyObject, [])),
        Gen.Select(Text, Text, Text.List[0, 3]).Select(CellOutput (error) => new ErrorOutput(error.Item1, error.Item2, [.. error.Item3], [])));

    private static readonly Gen<NotebookCell> Cell = Gen.OneOf(
        Text.Select(NotebookCell (source) => new MarkdownCell(null, source, NotebookText.EmptyObject, [], null)),
        Gen.Select(Text, Bundle).Select(NotebookCell (pair) => new RawCell(null, pair.Item1, NotebookText.EmptyObject, [], ImmutableArray.Create(new Attachment("f", pair.Item2)))),
        Gen.Select(Text, Output.List[0, 4], Gen.Int[0, 5]).Select(NotebookCell (code) => new CodeCell(
            null, code.Item1, NotebookText.EmptyObject, [], code.Item3 == 0 ? null : code.Item3, [.. code.Item2])));

    private static readonly Gen<NotebookDocument> Document =
        Gen.Select(Gen.Int[0, 5], Cell.List[0, 5]).Select(pair => new NotebookDocument(pair.Item1, NotebookText.EmptyObject, [.. pair.Item2], []));

    [Test]
    public void WriteReadWrite_AnyNotebook_IsStable() => Document.Sample(
        document =>
        {
            var read = NotebookReader.Read(NotebookWriter.Write(document), "n").Document;
            byte[] once = NotebookWriter.Write(read);
            Assert.That(NotebookWriter.Write(NotebookReader.Read(once, "n").Document), Is.EqualTo(once));
            Assert.That(read.Cells.Select(cell => (cell.CellType, cell.Source)), Is.EqualTo(document.Cells.Select(cell => (cell.CellType, cell.Source))));
            var outputs = read.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs);
            Assert.That(outputs.Select(output => output.OutputType), Is.EqualTo(document.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).Select(output => output.OutputType)));
        },
        iter: 2_000);

    [Test]
    public void Read_MutatedNotebook_GivesANotebookOrOneException() => Gen.Select(Document, Gen.Int[0, 3], Gen.Int[0, int.MaxValue - 1], Gen.Byte).Sample(
        (document, kind, position, value) =>
        {
            byte[] bytes = Mutate(NotebookWriter.Write(document), kind, position, value);
            NotebookDocument read;
            try
            {
                read = NotebookReader.Read(bytes, "n").Document;
            }
            catch (NotebookFormatException)
            {
                return;
            }

            byte[] once = NotebookWriter.Write(read);
            Assert.That(NotebookWriter.Write(NotebookReader.Read(once, "n").Document), Is.EqualTo(once));
        },
        iter: 20_000);

    [Test]
    public void Read_EveryTruncation_IsRejected()
    {
        byte[] bytes = NotebookWriter.Write(NotebookText.OfCode("var größe = \"\\u0041\";", "1 + 1"));
        for (int length = 0; length < bytes.Length - 1; length++)
        {
            int end = length;
            Assert.That(() => NotebookReader.Read(bytes.AsMemory(0, end), "n"), Throws.TypeOf<NotebookFormatException>(), $"{length} bytes");
        }
    }

    private static byte[] Mutate(byte[] bytes, int kind, int position, byte value)
    {
        int at = position % bytes.Length;
        switch (kind)
        {
            case 0: // a byte replaced
                bytes[at] = value;
                return bytes;
            case 1: // truncated
                return bytes[..at];
            case 2: // a byte removed
                return [.. bytes[..at], .. bytes[(at + 1)..]];
            default: // a punctuation inserted
                return [.. bytes[..at], "{}[]\",:\\0n"u8[value % 10], .. bytes[at..]];
        }
    }
}
