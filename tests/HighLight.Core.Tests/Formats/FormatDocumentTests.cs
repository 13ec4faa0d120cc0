using HighLight.Sparsity;
using HighLight.Tensors;
using static System.FormattableString;

namespace HighLight.Formats;

/// <summary>FORMAT.md says what the code does.</summary>
public sealed class FormatDocumentTests
{
    [Test]
    public void Example_OfTheDocument_DecodesToItsRowAndIsWhatWeWrite()
    {
        var text = Document();
        var file = Hex(Block(text, "```hex\n"));
        var row = Block(text[text.IndexOf("## Example", StringComparison.Ordinal)..], "```\n")
            .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(sbyte.Parse).ToArray();
        var matrix = Matrix<sbyte>.Create(1, 16, row);
        var format = new HssFormat(new HssLayout(HssPattern.Parse("C1(3:4)→C0(2:4)"), 16));
        Assert.Multiple(() =>
        {
            Assert.That(AnyEncodable.Read(file).Decode<sbyte>().BitwiseEquals(matrix), Is.True);
            Assert.That(AnyEncodable.Read(file).Format, Is.EqualTo(format));
            Assert.That(AnyEncodable.File(format.Encode(matrix)), Is.EqualTo(file));
        });
    }

    [Test]
    public void ElementTypesAndFormats_OfTheDocument_AreTheEnums()
    {
        var text = Document();
        Assert.Multiple(() =>
        {
            foreach (var element in Enum.GetValues<ElementType>())
            {
                Assert.That(text, Does.Contain(Invariant($"{(int)element} {element}")));
            }

            foreach (var format in FormatComparison.Formats(new HssLayout(HssPattern.Dense, 1)))
            {
                Assert.That(text, Does.Contain(Invariant($"| {format.Name} | {(int)format.Id} |")));
            }
        });
    }

    private static string Block(string text, string fence)
    {
        var start = text.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static byte[] Hex(string dump) => Convert.FromHexString(string.Concat(
        dump.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[4..].Replace(" ", "", StringComparison.Ordinal))));

    private static string Document()
    {
        // Deterministic builds map source paths, so the document is looked for from the test binary upwards.
        const string Relative = "lib/HighLight.Core/Formats/FORMAT.md";
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Relative);
            if (File.Exists(path))
            {
                return File.ReadAllText(path).ReplaceLineEndings("\n");
            }
        }

        throw new FileNotFoundException($"{Relative} is in no folder above the test binary.");
    }
}
