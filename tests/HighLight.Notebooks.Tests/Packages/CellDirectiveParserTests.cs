using CsCheck;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

internal sealed class CellDirectiveParserTests
{
    [TestCase("#r \"nuget: A.B, 1.2.3\"", "A.B", "1.2.3")]
    [TestCase("#r \"nuget:A.B,1.2.3\"", "A.B", "1.2.3")]
    [TestCase("  #r   \"nuget:  A.B \"  ", "A.B", null)]
    [TestCase("#r \"nuget: A.B,\"", "A.B", null)]
    [TestCase("#r \"nuget: A.B, 1.*\"", "A.B", "1.*")]
    [TestCase("#r \"nuget: A.B, *-*\"", "A.B", "*-*")]
    [TestCase("#r \"nuget: A.B, [1.0,2.0)\"", "A.B", "[1.0,2.0)")]
    [TestCase("#r \"NuGet: A, 1.0.0-beta.1+c\" // why", "A", "1.0.0-beta.1+c")]
    public void Parse_PackageDirective_IsRead(string code, string id, string? version)
    {
        var directives = CellDirectiveParser.Parse(code);
        Assert.That(directives.Packages, Is.EqualTo(new[] { new PackageRequest(id, version) }));
        Assert.That(directives.Code.TrimStart(), Does.StartWith("//"));
        Assert.That(directives.Code, Has.Length.EqualTo(code.Length));
    }

    [Test]
    public void Parse_SeveralDirectives_AreReadInOrderAndLinesStay()
    {
        const string Code = "#i \"nuget: ../feed\"\n#r \"nuget: A, 1.0\"\nvar x = 1;\n#r \"nuget: B\"\nx";
        var directives = CellDirectiveParser.Parse(Code);
        Assert.That(directives.Sources, Is.EqualTo(new[] { "../feed" }));
        Assert.That(directives.Packages.Select(package => package.Id), Is.EqualTo(new[] { "A", "B" }));
        Assert.That(directives.Code, Is.EqualTo("// \"nuget: ../feed\"\n// \"nuget: A, 1.0\"\nvar x = 1;\n// \"nuget: B\"\nx"));
        Assert.That(directives.Line, Is.EqualTo(1));
    }

    [TestCase("var s = \"\"\"\n#r \"nuget: A\"\n\"\"\";")]
    [TestCase("/*\n#r \"nuget: A\"\n#!time\n*/")]
    [TestCase("#if false\n#r \"nuget: A\"\n#!time\n#endif")]
    [TestCase("// #r \"nuget: A\"")]
    [TestCase("#r \"lib.dll\"")]
    [TestCase("#load \"x.csx\"\n#region a\n#endregion\n#nullable enable\n#pragma warning disable")]
    public void Parse_OtherTextAndDirectives_StaysAsItIs(string code)
    {
        var directives = CellDirectiveParser.Parse(code);
        Assert.That(directives.Packages, Is.Empty);
        Assert.That(directives.Code, Is.EqualTo(code));
    }

    [TestCase(5000, true)]
    [TestCase(3000, false)]
    public void Parse_ManyPartsFarDown_AreRefusedBeforeTheyTakeMuchMemory(int lines, bool isRefused)
    {
        string code = new string('\n', lines) + string.Concat(Enumerable.Repeat("#!share x\n1\n", 900));
        var divide = () => CellDirectiveParser.Parse(code).Sections.Length;
        Assert.That(divide, isRefused ? Throws.InstanceOf<DirectiveException>().With.Message.Contains("divide it") : Throws.Nothing);
    }

    [TestCase("#!time --here\n1", 1, "'#!time' takes no arguments")]
    [TestCase("\n#!csharp x", 2, "'#!csharp' takes no arguments")]
    [TestCase("#:package A@1.0", 1, "#:package")]
    [TestCase("#r \"nuget: \"", 1, "not a package")]
    [TestCase("#r \"nuget: A B\"", 1, "not a package")]
    [TestCase("#r \"nuget: A, $(Secret)\"", 1, "'$(Secret)' is not a version of a package")]
    [TestCase("\n#r \"nuget: A, 0.1.0]\"", 2, "write #r \"nuget: A, Version\" with a version such as 1.2.3")]
    [TestCase("x\n#i nuget", 2, "not a package source")]
    public void Parse_UnsupportedDirective_NamesLine(string code, int line, string expected)
    {
        var exception = Assert.Throws<DirectiveException>(() => CellDirectiveParser.Parse(code));
        Assert.That(exception!.Line, Is.EqualTo(line));
        Assert.That(exception.Message, Does.Contain(expected));
    }

    [TestCase("#!csharp\n1")]
    [TestCase("#!cs\n1")]
    [TestCase("1\n#!c#\n2")]
    [TestCase("1\n  #!C# // why\n2")]
    [TestCase("#!time\n1")]
    public void Parse_OwnMagicCommandsWithoutText_LeaveOneSection(string code)
    {
        var directives = CellDirectiveParser.Parse(code);
        Assert.That(directives.Sections, Is.EqualTo(new CellSection[] { new CodeSection(1, directives.Code) }));
        Assert.That(directives.Code, Has.Length.EqualTo(code.Length).And.Not.Contain("#!"));
        Assert.That(directives.IsTimed, Is.EqualTo(code.Contains("time", StringComparison.Ordinal)));
    }

    [Test]
    public void Parse_OtherMagicCommands_AreSectionsInOrder()
    {
        const string Code = "#r \"nuget: A\"\nint a = 1;\n#!mine --x  \"y\"\r\na\n"
            + "#!markdown\n*m*\n\n# not a directive \"\n#!csharp\n\nb\n#!other";
        Assert.That(CellDirectiveParser.Parse(Code).Sections, Is.EqualTo(new CellSection[]
        {
            new CodeSection(1, "// \"nuget: A\"\nint a = 1;\n"),
            new DirectiveSection(3, "#!mine", "--x  \"y\""),
            new CodeSection(3, "\n\n\r\na\n"),
            new MarkdownSection(5, "*m*\n\n# not a directive \""),
            new CodeSection(9, new string('\n', 8) + "//csharp\n\nb\n"),
            new DirectiveSection(12, "#!other", ""),
        }));
    }

    [Test]
    public void Parse_MarkdownWithAShellScript_GoesOnAfterIt() =>
        Assert.That(
            CellDirectiveParser.Parse("#!markdown\n```\n#!/bin/sh\n```\nend").Sections,
            Is.EqualTo(new CellSection[] { new MarkdownSection(1, "```\n#!/bin/sh\n```\nend") }));

    [TestCase(CellDivision.SectionLimit, true)]
    [TestCase(CellDivision.SectionLimit + 1, false)]
    public void Parse_AroundTheLimitOfSections_IsReadOrRefused(int count, bool isRead) =>
        Assert.That(
            () => CellDirectiveParser.Parse(string.Concat(Enumerable.Repeat("#!markdown\nx\n", count))).Sections.Length,
            isRead ? Is.EqualTo(count) : Throws.TypeOf<DirectiveException>().With.Property("Line").EqualTo((2 * count) - 1));

    [Test]
    public void Parse_AnyText_KeepsLengthAndLinesOrNamesALine() =>
        Gen.OneOf(
            "#r \"nuget: A, 1\"",
            "#r", "#", "#i \"nuget: x\"", "#!m", "#!markdown\n", "\n#!csharp\n",
            "\"", "\"\"\"", "/*", "*/", "//", "$@\"", "{", "}", "x", " ", "\n", "\r\n", "#if A", "#endif", "\0")
            .List[0, 12].Select(string.Concat).Sample(
                code =>
                {
                    try
                    {
                        var directives = CellDirectiveParser.Parse(code);
                        Assert.That(directives.Code, Has.Length.EqualTo(code.Length));
                        Assert.That(directives.Code.Count(c => c == '\n'), Is.EqualTo(code.Count(c => c == '\n')));
                    }
                    catch (DirectiveException exception)
                    {
                        Assert.That(exception.Line, Is.InRange(1, code.Count(c => c is '\n' or '\r') + 1));
                    }
                },
                iter: 3_000);
}
