namespace HighLight.Technology;

[TestFixture]
public sealed class TechnologyTableTests
{
    private static readonly ComponentKey Mac = new(Components.Mac, 8);
    private static readonly ComponentKey Register = new(Components.OperandRegister, 8);
    private static readonly ComponentKey RegisterFile = new(Components.RegisterFile, 8, 2048);
    private static readonly ComponentKey Glb = new(Components.GlobalBuffer, 512, 262_144);
    private static readonly ComponentKey Metadata = new(Components.MetadataBuffer, 64, 65_536);
    private static readonly ComponentKey DramBit = new(Components.Dram, 1);

    private static TechnologyRow Row(ComponentKey key, string action, double value, int? node = 65) =>
        new() { Key = key, Action = action, Value = value, NodeNm = node, Tag = Provenance.Assumed, Source = "test" };

    [Test]
    public void EnergyPj_AnchorsOf65Nm_AreThoseOfTheSource()
    {
        var table = TechnologyTable.Default;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.NodeNm, Is.EqualTo(65));
            Assert.That(table.EnergyPj(Mac, Actions.Compute), Is.EqualTo(0.44688));
            Assert.That(table.EnergyPj(Register, Actions.Read), Is.EqualTo(0.02435));
            Assert.That(table.EnergyPj(RegisterFile, Actions.Read), Is.EqualTo(3.1647));
            Assert.That(table.EnergyPj(RegisterFile, Actions.Write), Is.EqualTo(3.20183));
            Assert.That(table.EnergyPj(Glb, Actions.Read), Is.EqualTo(536.05005));
            Assert.That(table.EnergyPj(Glb, Actions.Write), Is.EqualTo(599.806));
            Assert.That(table.EnergyPj(Metadata, Actions.Read), Is.EqualTo(47.045));
            Assert.That(table.EnergyPj(Metadata, Actions.Write), Is.EqualTo(37.304));
            Assert.That(table.EnergyPj(DramBit with { WidthBits = 64 }, Actions.Read), Is.EqualTo(512));
            Assert.That(table.AreaUm2(Mac), Is.EqualTo(687.75));
            Assert.That(table.AreaUm2(Register), Is.EqualTo(10));
            Assert.That(table.AreaUm2(RegisterFile), Is.EqualTo(48735.6));
            Assert.That(table.AreaUm2(Glb), Is.EqualTo(3_617_260));
        }
    }

    [TestCase(65, 479.83, 26.35, 427.29, 299.23)]
    [TestCase(45, 602.15, 77.91, 223.81, 159.09)]
    public void EnergyPj_DenseTensorCoreAt1024Cubed_GivesSparseloopsComponents(int node, double mac, double registers, double registerFile, double glb)
    {
        // Counts of the mapping DRAM M8 N8 | GLB M2 | sub-arrays M4, rows M16, columns K16 | RF K64 | register N128, by hand:
        // operands 1024³ reads, 8·1024² fills of A; partial sums 1024³/16 read and written; GLB rows of 64 words: A 8·1024² and B
        // 16·1024² words read, A 1·1024² and B 8·1024² written; DRAM 10·1024² words.
        const double Words = 1024.0 * 1024, Products = Words * 1024;
        var table = node == 65 ? TechnologyTable.Default : TechnologyTable.Node45;
        var registerAccesses = (Products * table.EnergyPj(Register, Actions.Read)) + (8 * Words * table.EnergyPj(Register, Actions.Write));
        var sums = Products / 16 * (table.EnergyPj(RegisterFile, Actions.Read) + table.EnergyPj(RegisterFile, Actions.Write));
        var rows = (24 * Words / 64 * table.EnergyPj(Glb, Actions.Read)) + (9 * Words / 64 * table.EnergyPj(Glb, Actions.Write));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Products * table.EnergyPj(Mac, Actions.Compute) / 1e6, Is.EqualTo(mac).Within(0.01), "MAC, uJ");
            Assert.That(registerAccesses / 1e6, Is.EqualTo(registers).Within(0.01), "registers, uJ");
            Assert.That(sums / 1e6, Is.EqualTo(registerFile).Within(0.02).Percent, "RF, uJ");
            Assert.That(rows / 1e6, Is.EqualTo(glb).Within(0.01), "GLB, uJ");
            Assert.That(10 * Words * 8 * table.EnergyPj(DramBit, Actions.Read) / 1e6, Is.EqualTo(671.09).Within(0.01), "DRAM, uJ");
        }
    }

    [Test]
    public void EnergyPj_SparseTensorCoreWith2Of4At45Nm_GivesSparseloopsComponents()
    {
        // A at 2:4, its metadata 2 bits a nonzero: 4·1024² words and 8·1024² bits read from the GLB and written to it (A re-read for 8
        // tiles of N), B 16·1024² read and 1·1024² written. Registers: (1024³/2 reads + 4·1024² fills) of 8 + 2 bits.
        const double Words = 1024.0 * 1024;
        var table = TechnologyTable.Node45;
        var glb = (20 * Words / 64 * table.EnergyPj(Glb, Actions.Read)) + (5 * Words / 64 * table.EnergyPj(Glb, Actions.Write))
            + (8 * Words / 64 * (table.EnergyPj(Metadata, Actions.Read) + table.EnergyPj(Metadata, Actions.Write)));
        var registers = ((512 + 4) * Words) * (table.EnergyPj(Register, Actions.Read) + table.EnergyPj(Register with { WidthBits = 2 }, Actions.Read));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(glb / 1e6, Is.EqualTo(125.56).Within(0.01), "GLB, uJ");
            Assert.That(registers / 1e6, Is.EqualTo(48.70).Within(0.01), "registers, uJ");
            Assert.That(512 * Words * table.EnergyPj(Mac, Actions.Compute) / 1e6, Is.EqualTo(301.08).Within(0.01), "MAC, uJ");
        }
    }

    [Test]
    public void EnergyPj_DualSideSparseTensorCoreAt45Nm_GivesSparseloopsComponents()
    {
        // DRAM M8 N8 | GLB N2 | sub-arrays M2 N2 | K1024 | registers M4 N2, space M16 N16. Every product reads and writes a partial sum.
        // Line buffers, two words an access: A and B are each read 1024³/16 times (broadcast along 16), A filled 16·2·1024² times (16 tiles
        // of N, a copy for each of 2 sub-arrays along N), B 8·2·1024² times.
        const double Words = 1024.0 * 1024;
        var table = TechnologyTable.Node45;
        var sum = table.EnergyPj(RegisterFile, Actions.Read) + table.EnergyPj(RegisterFile, Actions.Write);
        var lineBuffer = new ComponentKey(Components.SmallRegisterFile, 16, 128);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(1024 * Words * sum / 1e6, Is.EqualTo(3580.71).Within(0.02).Percent, "RF, uJ");
            Assert.That((64 + 64 + 32 + 16) * Words / 2 * table.EnergyPj(lineBuffer, Actions.Read) / 1e6, Is.EqualTo(45.42).Within(0.01), "registers, uJ");
        }
    }

    [Test]
    public void EnergyPj_UnknownComponent_NamesItAndTheKnownOnes() => Assert.That(
        () => TechnologyTable.Default.EnergyPj(new("globl_buffer", 512, 262_144), Actions.Read),
        Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("globl_buffer").And.Message.Contains("65 nm").And.Message.Contains("global_buffer, "));

    [Test]
    public void EnergyPj_UnknownAction_NamesTheKnownActions() => Assert.That(
        () => TechnologyTable.Default.EnergyPj(Mac, "add"),
        Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("compute, area, gated_compute"));

    [Test]
    public void EnergyPj_UnknownWidthOfMac_NamesTheKnownSizes() => Assert.That(
        () => TechnologyTable.Default.EnergyPj(new(Components.Mac, 12), Actions.Compute),
        Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("mac 8 b, mac 16 b").And.Message.Contains("not scaled"));

    [Test]
    public void With_RowOfAnotherNode_Throws() => Assert.That(
        () => TechnologyTable.Default.With("mixed", Row(Mac, Actions.Compute, 0.3, 45)),
        Throws.ArgumentException.With.Message.Contains("45 nm in a table of 65 nm"));

    [Test]
    public void With_SeveralViolations_NamesAll() => Assert.That(
        () => TechnologyTable.Default.With(
            "bad", Row(Mac, Actions.Compute, double.NaN), Row(new("Mac!", 8), Actions.Compute, 1), Row(Mac, Actions.Idle, -1), Row(Mac, Actions.Idle, 1), Row(Mac, "clock", 1, null)),
        Throws.ArgumentException.With.Message.Contains("NaN").And.Message.Contains("Mac!").And.Message.Contains("-1").And.Message.Contains("given twice").And.Message.Contains("only dram"));

    [Test]
    public void With_KnownRow_ReplacesItAndKeepsTheRest()
    {
        var table = TechnologyTable.Default.With("free DRAM", Row(DramBit, Actions.Read, 0, null));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.EnergyPj(DramBit, Actions.Read), Is.Zero);
            Assert.That(table.EnergyPj(DramBit, Actions.Write), Is.EqualTo(8));
            Assert.That(table.Rows, Has.Length.EqualTo(TechnologyTable.Default.Rows.Length));
            Assert.That(table.Name, Is.EqualTo("free DRAM"));
            Assert.That(TechnologyTable.Default.EnergyPj(DramBit, Actions.Read), Is.EqualTo(8));
        }
    }

    [Test]
    public void Create_WithoutANode_Throws() =>
        Assert.That(() => TechnologyTable.Create("empty", []), Throws.ArgumentException.With.Message.Contains("no row has a node").IgnoreCase);

    [Test]
    public void Energy_OfAnArea_Throws() => Assert.That(() => TechnologyTable.Default.Energy(Mac, Actions.Area), Throws.ArgumentException);

    [TestCase(0, 0L)]
    [TestCase(8, -1L)]
    public void EnergyPj_SizeThatNothingHas_Throws(int width, long size) => Assert.That(
        () => TechnologyTable.Default.EnergyPj(new(Components.Mac, width, size), Actions.Compute), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(65)]
    [TestCase(45)]
    public void Rows_OfABuiltInTable_AreAllReturnedAsTheyAreAndOfItsNode(int node)
    {
        var table = node == 65 ? TechnologyTable.Default : TechnologyTable.Node45;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.NodeNm, Is.EqualTo(node));
            foreach (var row in table.Rows)
            {
                var found = row.IsArea ? table.Area(row.Key) : table.Energy(row.Key, row.Action);
                Assert.That(found, Is.EqualTo(new SourcedValue(row.Value, row.Tag, row.Source)), $"{row.Key}, {row.Action}");
                Assert.That(row.NodeNm ?? node, Is.EqualTo(node));
            }
        }
    }

    [TestCase(65)]
    [TestCase(45)]
    public void GatedMac_OfABuiltInTable_IsThreePercentOfAMac(int node)
    {
        var table = node == 65 ? TechnologyTable.Default : TechnologyTable.Node45;
        foreach (var width in (int[])[8, 16])
        {
            var key = Mac with { WidthBits = width };
            Assert.That(table.EnergyPj(key, Actions.GatedCompute) / table.EnergyPj(key, Actions.Compute), Is.EqualTo(0.03).Within(0.0025));
        }
    }

    [TestCase("65nm", 65)]
    [TestCase("45NM", 45)]
    public void Named_BuiltInName_IsThatTable(string name, int node) => Assert.That(TechnologyTable.Named(name).NodeNm, Is.EqualTo(node));

    [Test]
    public void Named_NeitherNameNorFile_NamesTheNearest() =>
        Assert.That(() => TechnologyTable.Named("64nm"), Throws.ArgumentException.With.Message.Contains("Did you mean 65nm?"));
}
