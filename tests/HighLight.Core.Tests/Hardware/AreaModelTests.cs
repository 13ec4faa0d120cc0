using HighLight.Hardware.Designs;
using HighLight.Technology;

namespace HighLight.Hardware;

[TestFixture]
public sealed class AreaModelTests
{
    private static readonly TechnologyTable Table = TechnologyTable.Default;

    [Test]
    public void Of_TensorCore_IsTheSumOfItsParts()
    {
        // 1024 × 687.75 + 1024 × 10 + 4 × 48 735.6 µm², and 320 KB scaled from the 256 KB anchor of 3.617 mm².
        var area = AreaModel.Of(Accelerators.TensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer with { MetadataCapacityBytes = 0 } }, Table);
        Assert.That(area.TotalMm2, Is.EqualTo(0.704256 + 0.01024 + 0.1949424 + 3.61726).Within(1e-6));
        Assert.That(area.SafShare, Is.Zero);
    }

    [Test]
    public void Of_HighLight_MuxesAreThoseOfTheSelectionCount()
    {
        // 10 words a lane × 1024 lanes × 8 bits of 2:1 muxes (SelectionMuxes), at the area of one.
        var design = Accelerators.HighLight;
        var bits = new SelectionMuxes(design.A.Families[0]).BitMuxes(design.Array.Multipliers, design.WordBits).ToDouble();
        var expected = bits * Table.AreaUm2(new(Components.Mux2, 1)) / 1e6;
        var muxes = AreaModel.Of(design, Table).Components.Where(c => c.Name is "rank-0 selection" or "rank-1 selection").Sum(c => c.Mm2);
        Assert.That(muxes, Is.EqualTo(expected).Within(1e-9));
        Assert.That(muxes, Is.InRange(0.26, 0.30));
    }

    [Test]
    public void Of_AllDesigns_HavePositivePartsThatAddUp()
    {
        foreach (var design in Accelerators.All)
        {
            var area = AreaModel.Of(design, Table);
            Assert.That(area.Components.Where(c => c.Name != "VFMU row loads").Select(c => c.Mm2), Is.All.GreaterThan(0), design.Name);
            Assert.That(area.SafMm2, Is.LessThan(area.TotalMm2), design.Name);
        }
    }

    [Test]
    public void Of_LargerBuffer_TakesMoreArea() =>
        Assert.That(
            AreaModel.Of(Accelerators.TensorCore, Table).TotalMm2,
            Is.GreaterThan(AreaModel.Of(Accelerators.TensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer with { MetadataCapacityBytes = 0 } }, Table).TotalMm2));

    [Test]
    public void Of_TableWithoutACell_Throws()
    {
        var without = TechnologyTable.Create("no muxes", Table.Rows.Where(row => row.Key.Component != Components.Mux2));
        Assert.That(() => AreaModel.Of(Accelerators.HighLight, without), Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("mux2"));
    }
}
