using HighLight.Commands.Completion;

namespace HighLight.Commands.Tests.Completion;

public sealed class ValueSyntaxTests
{
    [TestCase(null, "", false, "", false, null)]
    [TestCase("N", "", false, "", false, null)]
    [TestCase("MxKxN", "", false, "", false, null)]
    [TestCase("edp|energy|cycles", "edp energy cycles", false, "", false, null)]
    [TestCase("NAME[,NAME…]", "", false, "", false, ',')]
    [TestCase("NAME|FILE.csv", "", true, ".csv", false, null)]
    [TestCase("NAME|LAYERS.csv|MODEL.onnx", "", true, ".csv .onnx", false, null)]
    [TestCase("FILE.json|yaml", "", true, ".json .yaml", false, null)]
    [TestCase("FILE.json|yaml|yml", "", true, ".json .yaml .yml", false, null)]
    [TestCase("FILE.ipynb|dib|DIR", "", true, ".ipynb .dib", true, null)]
    [TestCase("[NAME=]FILE.npy", "", true, ".npy", false, '=')]
    [TestCase("FILE", "", true, "", false, null)]
    [TestCase("DIR", "", false, "", true, null)]
    [TestCase("notebook", "", true, ".ipynb .dib", true, null)]
    public void Parse_Help_SaysWhatIsOffered(string? text, string words, bool file, string extensions, bool folder, char? separator)
    {
        var syntax = ValueSyntax.Parse(text);
        Assert.That(
            (string.Join(' ', syntax.Words), syntax.IsFile, string.Join(' ', syntax.Extensions), syntax.IsFolder, syntax.Separator),
            Is.EqualTo((words, file, extensions, folder, separator)));
    }
}
