using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>What ASSUMPTIONS.md quotes of Explain() is what it prints.</summary>
[TestFixture]
public sealed class AssumptionsPageTests
{
    private static readonly HssOperand Structured = new(HssPattern.Parse("C1(4:8)->C0(2:4)"));

    private static readonly GemmRequest[] Requests =
    [
        new(Accelerators.HighLight, new Gemm(512, 1024, 64), new UniformOperand(0.25), new DenseOperand()),
        new(Accelerators.HighLight, new Gemm(512, 1024, 64), Structured, new DenseOperand()),
        new(Accelerators.HighLight, new Gemm(512, 1024, 16), Structured, new DenseOperand()),
    ];

    [Test]
    public void Quotes_EachLine_IsPrintedByExplain()
    {
        var quotes = File.ReadAllText(Page()).ReplaceLineEndings("\n").Split("```text\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToArray();
        Assert.That(quotes, Has.Length.EqualTo(Requests.Length));
        foreach (var (quote, request) in quotes.Zip(Requests))
        {
            Assert.That(quote.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.SubsetOf(GemmEvaluation.Run(request).Explain().Split('\n')));
        }
    }

    [Test]
    public void DenseWeightsWithFewColumns_AreBoundByDramAt16896Cycles()
    {
        var result = GemmEvaluation.Run(new(Accelerators.HighLight, new Gemm(512, 1024, 16), new DenseOperand(), new DenseOperand())).Result;
        Assert.That((result.Cycles, result.Bounds.Bound), Is.EqualTo((16_896.0, CycleBound.DramRead)));
    }

    private static string Page()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HighLightNotebooks.sln")))
            {
                return Path.Combine(folder.FullName, "lib", "HighLight.Core", "Evaluation", "ASSUMPTIONS.md");
            }
        }

        throw new DirectoryNotFoundException("HighLightNotebooks.sln is in no folder above the tests.");
    }
}
