using HighLight.Hardware;
using HighLight.Technology;

namespace HighLight.Evaluation.Golden;

/// <summary>A given mapping evaluates to the recorded bits.</summary>
[TestFixture]
public sealed class GoldenResultsTests
{
    /// <summary>A file of cases, in the form of the golden file without numbers, to record anew.</summary>
    private const string Cases = "HIGHLIGHT_GOLDEN_CASES";

    private static IReadOnlyList<GoldenRow> Rows { get; } = GoldenFile.Read();

    [Test]
    public void File_HasEveryDesignAndSomeThreeHundredRows()
    {
        Assert.That(Rows, Has.Count.InRange(280, 400));
        Assert.That(Rows.Select(row => row.Case.Design).Distinct(), Is.EquivalentTo(GoldenCase.Designs.Keys));
        Assert.That(Rows.Select(row => row.Case).Distinct(), Has.Exactly(Rows.Count).Items);
        Assert.That(Rows.Select(row => row.Case.Mapping), Has.None.Empty);
    }

    [Test]
    public void Evaluation_OfEachRow_HasTheRecordedBits()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var row in Rows)
            {
                var numbers = GoldenValues.Of(row.Case.Run(out _));
                var differences = row.Numbers.Zip(numbers)
                    .Where(pair => !pair.First.Equals(pair.Second))
                    .Select(pair => $"{pair.First.Name} was {GoldenFile.Text(pair.First.Value)}, is {GoldenFile.Text(pair.Second.Value)}");
                Assert.That(differences, Is.Empty, row.ToString());
            }
        }
    }

    [Test]
    public void Area_OfEachDesign_HasTheRecordedBits()
    {
        var areas = GoldenCase.Designs.SelectMany(design => AreaModel.Of(design.Value, TechnologyTable.Default).Components
            .Select(part => (design.Key, part.Name, part.Mm2)));
        Assert.That(areas, Is.EqualTo(GoldenFile.ReadAreas()));
    }

    [Test]
    [Explicit("records: a change of the golden file is a decision, row by row")]
    public void Record()
    {
        var file = Environment.GetEnvironmentVariable(Cases);
        Assume.That(file, Is.Not.Null);
        var rows = new List<GoldenRow>();
        foreach (var fields in File.ReadLines(file!).Skip(1).Select(line => line.Split('\t')))
        {
            var asked = new GoldenCase(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]);
            try
            {
                var numbers = GoldenValues.Of(asked.Run(out var mapping));
                rows.Add(new GoldenRow(asked with { Mapping = mapping }, fields.ElementAtOrDefault(8) ?? "", numbers));
            }
            catch (Exception problem) when (problem is UnsupportedOperandException or MappingException)
            {
                TestContext.Out.WriteLine($"left out: {asked}: {problem.Message}");
            }
        }

        var areas = GoldenCase.Designs.SelectMany(design => AreaModel.Of(design.Value, TechnologyTable.Default).Components
            .Select(part => $"{design.Key}\t{part.Name}\t{GoldenFile.Text(part.Mm2)}\n"));
        File.WriteAllText(file + ".areas", string.Concat(areas));
        File.WriteAllText(file + ".recorded", GoldenFile.Write([.. rows.DistinctBy(row => row.Case)]));
    }
}
