using CsCheck;
using HighLight.Commands.Formatting;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Tests.Formatting;

public sealed class TableTextTests
{
    /// <summary>Each table is laid out at every eighth width, from a random one on.</summary>
    private const int Step = 8;

    private static readonly ResultTable Runs = Table(
        "Runs of a product",
        [Text("design"), Number("cycles"), Number("energy", "µJ"), Text("why")],
        ["tc", "1048576", "1627.9", "the multipliers are busy in every cycle"],
        ["highlight", "262144", "412.98", "a quarter of the products is left, and the buffer keeps up"]);

    [Test]
    public void Lines_NoLimit_AreHeadersARuleAndRows() => Assert.That(Lines(Runs, null), Is.EqualTo("""
        Runs of a product
          design       cycles   energy (µJ)   why
        ──────────────────────────────────────────────────────────────────────────────────────────────────
          tc          1048576        1627.9   the multipliers are busy in every cycle
          highlight    262144        412.98   a quarter of the products is left, and the buffer keeps up
        """.ReplaceLineEndings("\n")));

    [Test]
    public void Lines_RoomForThem_AreNotBroken()
    {
        var natural = TableText.Lines(Runs).ToArray();
        var width = natural.Where(line => line[0] != '─').Max(line => line.Length);
        Assert.That(TableText.Lines(Runs, width).Where(line => line[0] != '─'), Is.EqualTo(natural.Where(line => line[0] != '─')));
        Assert.That(TableText.Lines(Runs, width - 1), Has.Exactly(natural.Length + 1).Items);
    }

    [Test]
    public void Lines_Narrower_BreakHeadersAndSentences() => Assert.That(Lines(Runs, 60), Is.EqualTo("""
        Runs of a product
                                energy
          design       cycles     (µJ)   why
        ────────────────────────────────────────────────────────────
          tc          1048576   1627.9   the multipliers are busy in
                                         every cycle
          highlight    262144   412.98   a quarter of the products
                                         is left, and the buffer
                                         keeps up
        """.ReplaceLineEndings("\n")));

    [Test]
    public void Lines_NoRoomForAllColumns_AreStackedInBlocks() => Assert.That(Lines(Runs, 40), Is.EqualTo("""
        Runs of a product
          design       cycles   energy (µJ)
        ─────────────────────────────────────
          tc          1048576        1627.9
          highlight    262144        412.98

          design      why
        ────────────────────────────────────────
          tc          the multipliers are busy
                      in every cycle
          highlight   a quarter of the products
                      is left, and the buffer
                      keeps up
        """.ReplaceLineEndings("\n")));

    [Test]
    public void Lines_NoRoomForAColumnBesideItsLabel_AreRecords() => Assert.That(Lines(Runs, 18), Is.EqualTo("""
        Runs of a product
        design: tc
          cycles: 1048576
          energy (µJ):
            1627.9
          why: the
            multipliers
            are busy in
            every cycle

        design: highlight
          cycles: 262144
          energy (µJ):
            412.98
          why: a quarter
            of the
            products is
            left, and the
            buffer keeps
            up
        """.ReplaceLineEndings("\n")));

    [Test]
    public void Lines_WordLongerThanTheWidth_IsLeftWhole() =>
        Assert.That(Lines(Table("", [Text("p"), Number("n")], ["C1(4:8)->C0(2:4)", "7"]), 6), Is.EqualTo("p:\nC1(4:8)->C0(2:4)\n  n: 7"));

    [Test]
    public void Lines_EveryBlock_RepeatsAllLabels()
    {
        ResultColumn[] columns = [Text("design"), Text("operand"), Text("zeros"), Text("format")];
        var table = Table("", columns, ["stc", "A", "skipped", "offsets"]) with { LabelColumns = 2 };
        Assert.That(TableText.Lines(table, 30).Count(line => line.StartsWith("  stc      A", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Lines_NoRows_AreTheHeaders([Values(null, 40, 3)] int? width) =>
        Assert.That(Lines(Table("", [Text("design"), Number("cycles")]), width), Does.Contain("design").And.Contain("cycles"));

    [Test]
    public void Lines_WideCharacters_StandInTheirColumns()
    {
        var lines = TableText.Lines(Table("", [Text("layer"), Number("n")], ["畳み込み", "1"], ["cafe\u0301", "22"])).ToArray();
        Assert.That(lines[2], Is.EqualTo("  畳み込み    1"));
        Assert.That(lines[3], Is.EqualTo("  cafe\u0301       22"));
    }

    [Test]
    public void Lines_EveryWidth_KeepWordsAndNumbersWhole() => Gen.Select(Tables, Gen.Int[1, Step]).Sample(
        (table, narrowest) =>
        {
            for (var width = narrowest; width <= 200; width += Step)
            {
                var lines = TableText.Lines(table, width).ToArray();
                var printed = lines.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
                var asked = table.Columns.Select(column => column.Header).Append(table.Title).Concat(table.Rows.SelectMany(row => row));
                var missing = asked.SelectMany(Words).Where(word => !printed.Contains(word) && !printed.Contains(word + ":"));
                Assert.That(missing, Is.Empty, () => string.Join('\n', lines));
                var tooLong = lines.Where(line => TextWidth.Of(line) > width && (line.StartsWith(' ') || Words(line).Count() > 1));
                Assert.That(tooLong, Is.Empty, () => $"at {width}:\n{string.Join('\n', lines)}");
                Assert.That(lines.Where(line => line.EndsWith(' ')), Is.Empty);
            }
        },
        iter: 80);

    private static Gen<string> Phrase(int most) => Gen.OneOf(
        "1048576", "-0.25", "1E+15", "412.98", "energy", "a", "of", "C1(4:8)→C0(2:4)", "(µJ)", "畳み込み", "cafe\u0301",
        "multiply-accumulates", "😀", "…")
        .List[0, most].Select(words => string.Join(' ', words));

    private static Gen<ResultTable> Tables =>
        from columns in Gen.Select(Phrase(3), Gen.Bool, (name, isNumber) => new ResultColumn(name, "", isNumber)).Array[1, 7]
        from rows in Phrase(8).Array[columns.Length].Array[0, 4]
        from title in Phrase(9)
        from labels in Gen.Int[1, 3]
        select Table(title, columns, rows) with { LabelColumns = labels };

    private static IEnumerable<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Lines(ResultTable table, int? width) => string.Join('\n', TableText.Lines(table, width));

    private static ResultTable Table(string title, ResultColumn[] columns, params string[][] rows) =>
        ResultTable.Create(title, [.. columns], rows, row => [.. row]);
}
