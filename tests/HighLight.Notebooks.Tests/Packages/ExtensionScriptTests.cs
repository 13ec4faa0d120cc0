using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

internal sealed class ExtensionScriptTests
{
    [TestCase("a();\nb();", "a();\nb();")]
    [TestCase("#!meta\n{\"k\":1}\n#!csharp\na();\n#!markdown\n# t\n#!csharp\nb();", "a();\nb();")]
    [TestCase("#!fsharp\nlet x = 1", "")]
    [TestCase("#!csharp\r\na();\r\n", "a();")]
    public void CSharpSections_Script_AreJoined(string script, string code) => Assert.That(ExtensionScript.CSharpSections(script), Is.EqualTo(code));
}
