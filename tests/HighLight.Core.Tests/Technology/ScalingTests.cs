using CsCheck;

namespace HighLight.Technology;

[TestFixture]
public sealed class ScalingTests
{
    private static readonly TechnologyTable Table = TechnologyTable.Default;
    private static readonly ComponentKey Glb = new(Components.GlobalBuffer, 512, 262_144);

    private static readonly string[] TrendActions = [Actions.Read, Actions.Write, Actions.Area];

    private static double Value(string component, int width, long size, string action) =>
        action == Actions.Area ? Table.AreaUm2(new(component, width, size)) : Table.EnergyPj(new(component, width, size), action);

    [Test]
    public void Energy_GlbOf320Kilobytes_IsTheAnchorTimesTheCactiTrend()
    {
        // CACTI reads 512 b from 256 KB at 347.64 pJ and from 512 KB at 505.98 pJ; log2(320/256) = 0.32193 of the way.
        var expected = 536.05005 * Math.Pow(505.98 / 347.64, Math.Log2(320.0 / 256));
        var found = Table.Energy(Glb with { SizeBytes = 327_680 }, Actions.Read);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Value, Is.EqualTo(expected).Within(1e-9).Percent);
            Assert.That(found.Value, Is.EqualTo(604.9).Within(0.1));
            Assert.That(found.Tag, Is.EqualTo(Provenance.Derived));
            Assert.That(found.Source, Does.Contain("global_buffer 512 b × 262144 B").And.Contain("× 1.1284").And.Contain("micro22-sparseloop-artifact"));
        }
    }

    [Test]
    public void Energy_MetadataBufferOfTwiceTheWidth_IsTheAnchorTimesTheCactiTrend() =>
        Assert.That(Table.EnergyPj(new(Components.MetadataBuffer, 128, 65_536), Actions.Read), Is.EqualTo(47.045 * 70.248 / 47.045).Within(1e-9).Percent);

    [TestCase(16, 2)]
    [TestCase(24, 3)]
    [TestCase(32, 4)]
    public void Energy_RegisterFileOfWiderPartialSums_IsLinearAtTheSameWords(int width, double factor)
    {
        var key = new ComponentKey(Components.RegisterFile, width, 2048 * width / 8);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Table.EnergyPj(key, Actions.Read), Is.EqualTo(3.1647 * factor).Within(1e-9).Percent);
            Assert.That(Table.EnergyPj(key, Actions.Write), Is.EqualTo(3.20183 * factor).Within(1e-9).Percent);
            Assert.That(Table.AreaUm2(key), Is.EqualTo(48735.6 * factor).Within(1e-9).Percent);
        }
    }

    [Test]
    public void Energy_Register_IsLinearInWidth()
    {
        var found = Table.Energy(new(Components.OperandRegister, 2), Actions.Read);
        Assert.That(found.Value, Is.EqualTo(0.02435 / 4).Within(1e-9).Percent);
        Assert.That(found.Tag, Is.EqualTo(Provenance.Derived));
        Assert.That(Table.AreaUm2(new(Components.OperandRegister, 16)), Is.EqualTo(20));
    }

    [Test]
    public void Energy_SmallRegisterFileBetweenRows_IsInterpolatedInWords()
    {
        // 16 b × 16 words 0.2513 pJ, × 192 words 1.9766 pJ; 48 words of 8 b: ln 3 / ln 12 of the way, half of it.
        var expected = 0.2513 * Math.Pow(1.9766 / 0.2513, Math.Log(3) / Math.Log(12)) / 2;
        Assert.That(Table.EnergyPj(new(Components.SmallRegisterFile, 8, 48), Actions.Read), Is.EqualTo(expected).Within(1e-9).Percent);
    }

    [TestCase(11 * 2, false)]
    [TestCase(12 * 2, true)]
    [TestCase(192 * 2, true)]
    [TestCase(193 * 2, false)]
    public void Energy_SmallRegisterFileOutsideItsRows_Throws(long size, bool known) => Assert.That(
        () => Table.EnergyPj(new(Components.SmallRegisterFile, 16, size), Actions.Read),
        known ? Throws.Nothing : Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("nothing is extrapolated"));

    [TestCase(512, 1_048_576L, true)]
    [TestCase(512, 1_048_577L, false)]
    [TestCase(513, 262_144L, false)]
    [TestCase(64, 512L, true)]
    [TestCase(64, 511L, false)]
    [TestCase(128, 1024L, true)]
    [TestCase(128, 1023L, false)]
    [TestCase(8, 128L, true)]
    [TestCase(8, 127L, false)]
    public void Energy_SramAtTheEdgeOfTheCactiRuns_IsKnownInsideOnly(int width, long size, bool known) => Assert.That(
        () => Table.EnergyPj(new(Components.GlobalBuffer, width, size), Actions.Read),
        known ? Throws.Nothing : Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("512..1048576 bytes").And.Message.Contains("64 words"));

    [Test]
    public void Energy_IdleOfAnSramOfAnotherSize_IsNotScaled() =>
        Assert.That(() => Table.EnergyPj(Glb with { SizeBytes = 131_072 }, Actions.Idle), Throws.TypeOf<MissingTechnologyException>());

    [Test]
    public void Value_OfAnSram_NeverFallsWithCapacity() => // narrow words count with as many of 32 bits, hence the bound
        Gen.Select(Gen.Int[8, 512], Gen.Int[32_768, 1_048_576], Gen.Int[32_768, 1_048_576], Gen.Int[0, 2].Select(i => TrendActions[i])).Where((w, a, b, _) => a * 32L / Math.Min(w, 32) <= 1_048_576 && b * 32L / Math.Min(w, 32) <= 1_048_576).Sample(
            (w, a, b, action) => Value(Components.GlobalBuffer, w, Math.Min(a, b), action) <= Value(Components.GlobalBuffer, w, Math.Max(a, b), action) * (1 + 1e-12));

    [Test]
    public void Value_OfAnSram_NeverFallsWithWidthFromTheNarrowestRunOn() =>
        Gen.Select(Gen.Int[32, 512], Gen.Int[32, 512], Gen.Int[32_768, 1_048_576], Gen.Int[0, 2].Select(i => TrendActions[i])).Sample(
            (v, w, size, action) => Value(Components.GlobalBuffer, Math.Min(v, w), size, action) <= Value(Components.GlobalBuffer, Math.Max(v, w), size, action) * (1 + 1e-12));

    [Test]
    public void Value_OfAnSram_IsPositiveAndWithinTheCornersOfTheGrid() =>
        Gen.Select(Gen.Int[32, 512], Gen.Int[32_768, 1_048_576]).Sample(
            (w, size) => Value(Components.Sram, w, size, Actions.Read) is >= 21.323 and <= 812.23);

    [Test]
    public void Energy_RowsOfTwoSizes_ScalesFromTheNearer()
    {
        var half = new TechnologyRow { Key = Glb with { SizeBytes = 65_536 }, Action = Actions.Read, Value = 1000, NodeNm = 65, Tag = Provenance.Assumed, Source = "test" };
        var table = Table.With("two", half);
        using (Assert.EnterMultipleScope())
        {
            var near = table.Energy(Glb with { SizeBytes = 65_537 }, Actions.Read);
            Assert.That(near.Value, Is.EqualTo(1000).Within(0.1));
            Assert.That(near.Tag, Is.EqualTo(Provenance.Assumed));
            Assert.That(table.EnergyPj(Glb with { SizeBytes = 262_143 }, Actions.Read), Is.EqualTo(536.05).Within(0.1));
        }
    }

    [Test]
    public void Energy_TableWithoutSramRuns_SaysWhatIsMissing()
    {
        var bare = TechnologyTable.Create("bare", Table.Rows.Where(r => r.Key.Component != Components.Sram));
        Assert.That(() => bare.EnergyPj(Glb with { SizeBytes = 131_072 }, Actions.Read), Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("no 'sram' rows"));
    }
}
