using HighLight.Commands.Formatting;

namespace HighLight.Commands.Tests.Formatting;

public sealed class ResultTableTests
{
    [Test]
    public void Create_RowOfAnotherLength_IsRefused() => Assert.That(
        () => ResultTable.Create("t", [ResultColumn.Text("a"), ResultColumn.Text("b")], [1], _ => ["only one"]),
        Throws.ArgumentException.With.Message.Contain("1 cells").And.Message.Contain("2 columns"));

    [Test]
    public void Create_NoColumn_IsRefused() => Assert.That(() => ResultTable.Create<int>("t", [], [], _ => []), Throws.ArgumentException);

    [Test]
    public void Create_ControlCharacters_AreTakenOut()
    {
        var table = ResultTable.Create("a\nb", [ResultColumn.Text("x")], [0], _ => ["\u001b[31mred\tand\r\nmore"]);
        Assert.That((table.Title, table.Rows[0][0]), Is.EqualTo(("a b", "red and more")));
    }

    [TestCase("energy", "µJ", "energy (µJ)")]
    [TestCase("cycles", "", "cycles")]
    [TestCase("", "%", "(%)")]
    public void Header_NameAndUnit_AreJoined(string name, string unit, string header) =>
        Assert.That(ResultColumn.Number(name, unit).Header, Is.EqualTo(header));
}
