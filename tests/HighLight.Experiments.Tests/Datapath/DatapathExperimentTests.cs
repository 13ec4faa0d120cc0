using HighLight.Experiments.Datapath;
using HighLight.Experiments.Tables;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Experiments.Tests.Datapath;

public class DatapathExperimentTests
{
    private static readonly DatapathResult Result = DatapathExperiment.Run();
    private static readonly ResultTable Work = Result.Work;
    private static readonly ResultTable HighLight = Result.Timeline("HighLight");
    private static readonly ResultTable Tc = Result.Timeline("TC");

    [Test]
    public void Work_OfBothDesigns_ByHand()
    {
        // 2 rows × 32 values × 4 columns are 256 multiplies: 8 a cycle in TC. HighLight keeps a quarter, 8 a cycle too.
        Assert.That(Work["design"], Is.EqualTo(["HighLight", "TC"]));
        Assert.That(Work["cycles"], Is.EqualTo(new object[] { 8L, 32L }));
        Assert.That(Work["stalls"], Is.EqualTo(new object[] { 0L, 0L }));
        Assert.That(Work["multiplies_done"][1], Is.EqualTo(256));
        Assert.That((long)Work["multiplies_done"][0]! + (long)Work["multiplies_gated"][0]!, Is.EqualTo(64));
        Assert.That(Work["multiplies_skipped"], Is.EqualTo(new object[] { 192L, 0L }));
        Assert.That(Work["of_them_effectual"][0], Is.EqualTo(Work["multiplies_done"][0]).And.EqualTo(Work["of_them_effectual"][1]), "HighLight does nothing in vain, TC nothing less");

        // A partial sum is written in each step, read in each but the first, and once on its way out: 2 steps, or 8, for 8 sums.
        Assert.That(Work["sums_written"], Is.EqualTo(new object[] { 16L, 64L }));
        Assert.That(Work["sums_read"], Is.EqualTo(new object[] { 16L, 64L }));
    }

    [Test]
    public void FirstCycle_HighLight_ByHand()
    {
        // Row 0 keeps blocks 1 and 2 and in them places 0 and 3; column 0 of B is 1 + k mod 4, with zeros at multiples of 3.
        Assert.That(HighLight["lanes"][0], Is.EqualTo("k=4: 1·1 | k=7: 2·4 | k=8: 3·1 | k=11: 4·4"));
        Assert.That(HighLight["rank_1_selection"][0], Is.EqualTo("block at 4; block at 8"));
        Assert.That(HighLight["rank_1_selection"][1], Is.EqualTo("block at 0; block at 12"));
        Assert.That(HighLight["partial_sum"][0], Is.EqualTo("z[0,0] = 28"));
    }

    [Test]
    public void Fetches_HighLight_ByHand()
    {
        // A column has 10, 11, 11, 10 nonzeros in its first sixteen rows, then 11, 11, 10, 11: 85 words in rows of 16, fetched when fewer are left than wanted.
        string[] expected =
        [
            "holds 0 words, fetches row 0 (16 words); hands out 10 words, keeps 6",
            "holds 6 words, fetches row 1 (16 words); hands out 11 words, keeps 11",
            "hands out 11 words, keeps 0",
            "holds 0 words, fetches row 2 (16 words); hands out 10 words, keeps 6",
            "holds 6 words, fetches row 3 (16 words); hands out 11 words, keeps 11",
            "hands out 11 words, keeps 0",
            "holds 0 words, fetches row 4 (16 words); hands out 10 words, keeps 6",
            "holds 6 words, fetches row 5 (5 words); hands out 11 words, keeps 0",
        ];
        Assert.That(HighLight["vfmu"].Where(text => !"".Equals(text)), Is.EqualTo(expected));
        Assert.That((Work["words_of_b"][0], Work["row_fetches"][0]), Is.EqualTo(((object)85L, (object)6L)));
    }

    [Test]
    public void Timeline_HasARowForEachCycleAndRowOfTheArray()
    {
        Assert.That(HighLight["cycle"], Is.EqualTo(Enumerable.Range(0, 8).SelectMany(cycle => new object[] { (long)cycle, (long)cycle })));
        Assert.That(Tc.RowCount, Is.EqualTo(64));
        Assert.That(Tc.Columns.Select(column => column.Name), Has.No.Member("rank_1_selection"), "TC has no such part");
    }

    [Test]
    public void Table_SumsOfProducts_AreTheSameInBothDesigns()
    {
        var rows = Enumerable.Range(0, (int)Result.Table.RowCount).Where(row => Result.Table["m"][row] is not null);
        var columns = new[] { "design", "m", "n", "a", "b" }.Select(name => Result.Table[name]).ToArray();
        var sums = rows
            .GroupBy(row => ((string)columns[0][row]!, (int)columns[1][row]!, (int)columns[2][row]!))
            .ToDictionary(group => group.Key, group => group.Sum(row => (int)columns[3][row]! * (int)columns[4][row]!));
        Assert.That(sums, Has.Count.EqualTo(2 * 2 * 4));
        for (var m = 0; m < 2; m++)
        {
            for (var n = 0; n < 4; n++)
            {
                var z = Enumerable.Range(0, 32).Sum(k => DatapathExample.A[m, k] * DatapathExample.B[k, n]);
                Assert.That((sums[("HighLight", m, n)], sums[("TC", m, n)]), Is.EqualTo((z, z)));
            }
        }
    }

    [Test]
    public void Run_OwnDesigns_AreShown()
    {
        var a = Matrix<sbyte>.Create(1, 16, (_, k) => k % 4 < 2 ? (sbyte)1 : (sbyte)0);
        var b = Matrix<sbyte>.Create(16, 2, (k, n) => (sbyte)(k + n));
        var result = DatapathExperiment.Run([new(Accelerators.SparseTensorCore, a, b) { PatternOfA = HssPattern.Parse("C0(2:4)") }]);
        Assert.That(result.Work["cycles"], Is.EqualTo(new object[] { 2L }));
    }

    [Test]
    public void Run_WhatCannotBeShown_SaysWhy()
    {
        var request = DatapathExample.Requests[0];
        Assert.That(() => DatapathExperiment.Run([]), Throws.ArgumentException.With.Message.Contains("at least one"));
        Assert.That(() => DatapathExperiment.Run([request, request]), Throws.ArgumentException.With.Message.Contains("Name"));
        var dstc = new SimulationRequest(Accelerators.DualSideSparseTensorCore, DatapathExample.A, DatapathExample.B);
        Assert.That(() => DatapathExperiment.Run([dstc]), Throws.ArgumentException.With.Message.Contains("DSTC"));
        var large = new SimulationRequest(Accelerators.TensorCore, Matrix<sbyte>.Create(64, 64, (_, _) => 1), Matrix<sbyte>.Create(64, 64, (_, _) => 1));
        Assert.That(() => DatapathExperiment.Run([large]), Throws.ArgumentException.With.Message.Contains("64x64x64").And.Message.Contains("smaller"));
    }
}
