using HighLight.Evaluation;
using HighLight.Experiments.Breakdown;
using HighLight.Experiments.Sensitivity;
using HighLight.Experiments.Tables;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.Sensitivity;

public class SensitivityExperimentTests
{
    private static readonly SensitivityResult Result = SensitivityExperiment.Run();
    private static readonly ResultTable Table = Result.Table;

    [Test]
    public void Table_EachSetting_HasEveryRivalOnEveryCellItRuns()
    {
        var settings = Parameters.All.Sum(parameter => 1 + parameter.Settings.Length);
        Assert.That(Table.RowCount, Is.EqualTo(settings * ((3 * 4) - 1)), "S2TA refuses dense weights");
    }

    [Test]
    public void Change_Defaults_IsZero() =>
        Assert.That(Rows(row => Equals(Table["is_default"][row], true)).Select(row => Table["change"][row]), Has.All.EqualTo(0.0));

    [TestCaseSource(typeof(Parameters), nameof(Parameters.All))]
    public void Change_EachSetting_MovesAtLeastOneRatio(Parameter parameter)
    {
        foreach (var setting in parameter.Settings)
        {
            var changes = Rows(row => Equals(Table["parameter"][row], parameter.Name) && Equals(Table["setting"][row], setting.Label))
                .Select(row => Math.Abs((double)Table["change"][row]!));
            Assert.That(changes.Max(), Is.GreaterThan(0.001), setting.Label);
        }
    }

    [Test]
    public void EdpRatio_LessBufferOnTc_IsWhatTheEvaluationGives()
    {
        var own = Evaluate(Accelerators.HighLight);
        var small = Evaluate(Accelerators.TensorCore with { GlobalBuffer = Accelerators.TensorCore.GlobalBuffer with { CapacityBytes = 256 * 1024 } });
        var row = Rows(row => Equals(Table["parameter"][row], "buffer of TC") && Equals(Table["is_default"][row], false)
            && Equals(Table["rival"][row], "TC") && Equals(Table["cell"][row], "dense × dense")).Single();
        Assert.That(Table["edp_ratio"][row], Is.EqualTo(own.EdpPjCycles / small.EdpPjCycles));

        static EvaluationResult Evaluate(Accelerator design) =>
            GemmEvaluation.Run(new GemmRequest(design, new Gemm(1024, 1024, 1024), OperandCell.Dense.A, OperandCell.Dense.B) { AllowSwap = false }).Result;
    }

    [TestCase("DRAM energy", "×2", Components.Dram, 16)]
    [TestCase("DRAM energy", "×½", Components.Dram, 4)]
    public void Technology_DramEnergy_IsScaledAndTaggedAsAssumed(string parameter, string setting, string component, double energy)
    {
        var table = Parameters.All.Single(p => p.Name == parameter).Settings.Single(s => s.Label == setting).Technology(TechnologyTable.Default);
        var value = table.Energy(new ComponentKey(component, 1), Actions.Read);
        Assert.That((value.Value, value.Tag), Is.EqualTo((energy, Provenance.Assumed)));
        Assert.That(table.Name, Does.Contain(setting));
    }

    [Test]
    public void Design_SettingForOneKindOfDesign_LeavesTheOthersAlone()
    {
        foreach (var (parameter, changed) in new[] { ("timing of DSTC", "DSTC"), ("S2TA skips A too", "S2TA"), ("buffer of TC", "TC"), ("HighLight's stored B", "HighLight") })
        {
            var setting = Parameters.All.Single(p => p.Name == parameter).Settings.Single();
            Assert.That(
                Accelerators.All.Where(design => design.Name != "DSSO" && setting.Design(design) != design).Select(design => design.Name),
                Is.EqualTo([changed]));
        }
    }

    [Test]
    public void Views_Ranges_EncloseTheDefault()
    {
        var ranges = Result.Ranges;
        Assert.That(ranges.RowCount, Is.EqualTo(11));
        for (var row = 0; row < ranges.RowCount; row++)
        {
            Assert.That((double)ranges["default"][row]!, Is.InRange((double)ranges["lowest"][row]!, (double)ranges["highest"][row]!));
        }
    }

    [Test]
    public void Views_Effects_SayTheChangeOfEachRival()
    {
        var effects = Result.Effects;
        var row = Enumerable.Range(0, (int)effects.RowCount).Single(row => Equals(effects["parameter"][row], "buffer of TC"));
        Assert.That(effects["by_rival"][row], Does.Match("^TC −[0-9]+ %; STC 0 %; DSTC 0 %; S2TA 0 %$"));
        Assert.That(effects.RowCount, Is.LessThanOrEqualTo(20), "a notebook shows 20 rows");
    }

    [Test]
    public void Run_OwnParameterAndCell_IsEvaluated()
    {
        var result = SensitivityExperiment.Run(
            Accelerators.HighLight,
            [Accelerators.TensorCore],
            [new Parameter("gated multiply", "as the table", new Setting("free") { Technology = NoGating })],
            [OperandCell.BothSparse],
            new Gemm(256, 256, 256));
        Assert.That(result.Table["setting"], Is.EqualTo(["as the table", "free"]));
        Assert.That((double)result.Table["change"][1]!, Is.Negative);

        static TechnologyTable NoGating(TechnologyTable table) => table.With(
            "no gating energy", table.Rows.Where(row => row.Action == Actions.GatedCompute).Select(row => row with { Value = 0 }));
    }

    [Test]
    public void Run_NothingOrOneNameTwiceOrNothingInCommon_Throws()
    {
        var tc = Accelerators.TensorCore;
        Assert.That(() => SensitivityExperiment.Run(tc, [], Parameters.All), Throws.ArgumentException);
        Assert.That(() => SensitivityExperiment.Run(tc, [tc, tc], Parameters.All), Throws.ArgumentException);
        Assert.That(() => SensitivityExperiment.Run(tc, [tc], []), Throws.ArgumentException);
        Assert.That(() => SensitivityExperiment.Run(tc, [tc], [Parameters.All[0], Parameters.All[0]]), Throws.ArgumentException);
        Assert.That(
            () => SensitivityExperiment.Run(tc, [Accelerators.S2ta], [Parameters.All[1]], [OperandCell.Dense]),
            Throws.ArgumentException.With.Message.Contains("No cell"));
    }

    private static IEnumerable<int> Rows(Func<int, bool> condition) => Enumerable.Range(0, (int)Table.RowCount).Where(condition);
}
