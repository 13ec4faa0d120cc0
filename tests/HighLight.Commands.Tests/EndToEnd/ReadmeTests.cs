using HighLight.Commands.Formatting;
using HighLight.Commands.Reproduction;

namespace HighLight.Commands.Tests.EndToEnd;

/// <summary>The README is a contract.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    [Test]
    public void Commands_OfTheReadme_AreTheOnesThatCiRuns()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"));
        foreach (var command in new[] { "dotnet test HighLightNotebooks.sln", "dotnet run -c Release --project lib/HighLight.Cli -- reproduce" })
        {
            Assert.That(ReadmeExample.Text, Does.Contain($"```sh\n{command}\n```"));
            Assert.That(script, Does.Contain(command));
        }
    }

    [Test]
    public void ExpectedTable_OfTheReadme_IsThatOfTheCommittedSummaries()
    {
        var rows = SummaryReader.Read(Path.Combine(Repository.Root, "data", "results", "summary")).Rows
            .Select(row => $"{row.Experiment} {row.Quantity} {SummaryFigures.Ours(row)} {SummaryFigures.Paper(row)} {SummaryFigures.Ratio(row)}")
            .ToArray();
        var shown = ReadmeExample.Block("expected", "reproduce").Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Skip(1)
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ToArray();
        Assert.That(shown, Is.Not.Empty.And.SubsetOf(rows));
    }

    [Test]
    public void Links_OfTheReadme_LeadToFiles()
    {
        var links = System.Text.RegularExpressions.Regex.Matches(ReadmeExample.Text, @"\]\(([^)#:]+)\)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups[1].Value)
            .ToArray();
        Assert.That(links, Is.Not.Empty);
        Assert.That(links.Where(link => !File.Exists(Path.Combine(Repository.Root, link))), Is.Empty);
    }
}
