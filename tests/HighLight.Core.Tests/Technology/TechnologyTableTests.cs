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
        // Every product reads and writes a partial sum; a product needs both operands, so densities multiply.
        var table = TechnologyTable.Node45;
        var sum = table.EnergyPj(RegisterFile, Actions.Read) + table.EnergyPj(RegisterFile, Actions.Write);
        Assert.That(Math.Pow(1024, 3) * sum / 1e6, Is.EqualTo(3580.71).Within(0.02).Percent, "RF, uJ");
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
}
