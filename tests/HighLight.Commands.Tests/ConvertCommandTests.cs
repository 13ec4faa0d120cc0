using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class ConvertCommandTests
{
    [TestCase("a.dib", "", "a.ipynb")]
    [TestCase("a.ipynb", "", "a.dib")]
    [TestCase("a.DIB", "", "a.ipynb")]
    [TestCase("a.dib", "b.ipynb", "b.ipynb")]
    [TestCase("a.dib", "--output b.IPYNB", "b.IPYNB")]
    [TestCase("a.dib", "-o deep/new", "deep/new/a.ipynb")]
    [TestCase("a.dib", "--output there", "there/a.ipynb")]
    [TestCase("a.dib", "there", "there/a.ipynb")]
    [TestCase("a.dib", "there.d", "there.d/a.ipynb")]
    [TestCase("a.dib", "new.d/", "new.d/a.ipynb")]
    [TestCase("a.dib", "one.ipynb/", "one.ipynb/a.ipynb")]
    public async Task Convert_OneFile_GoesWhereItIsTold(string input, string rest, string output)
    {
        using var world = new FakeWorld();
        world.Write(input);
        Directory.CreateDirectory(world.PathOf("there"));
        Directory.CreateDirectory(world.PathOf("there.d"));
        Assert.That(
            await world.RunAsync(["convert", input, .. rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
            Is.EqualTo(ExitCode.Success),
            () => world.Error);
        Assert.That(await File.ReadAllTextAsync(world.PathOf(output)), Is.EqualTo($"converted from {input}"));
        Assert.That(world.Output, Is.EqualTo($"{input} -> {output}\n"));
    }

    [Test]
    public async Task Convert_Many_GoToAFolder()
    {
        using var world = new FakeWorld();
        world.Write("n/a.dib");
        world.Write("n/b.ipynb");
        world.Write("c.dib", """out {"event":"warning","message":"odd"}""");
        Assert.That(await world.RunAsync("convert", "n", "c.dib", "--output", "out"), Is.EqualTo(ExitCode.Success));
        Assert.That(
            Directory.EnumerateFiles(world.PathOf("out")).Select(Path.GetFileName),
            Is.EquivalentTo(["a.ipynb", "b.dib", "c.ipynb"]));
        Assert.That(world.Output, Does.Contain("warning: c.dib: odd\n"));
    }

    [Test]
    public async Task Convert_ExistingFile_IsOverwrittenOnlyWithForce()
    {
        using var world = new FakeWorld();
        world.Write("a.dib");
        world.Write("a.ipynb", "mine");
        Assert.That(await world.RunAsync("convert", "a.dib"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("'a.ipynb' exists. Give --force"));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("a.ipynb")), Does.StartWith("mine"));
        Assert.That(await world.RunAsync("convert", "a.dib", "--force"), Is.EqualTo(ExitCode.Success));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("a.ipynb")), Is.EqualTo("converted from a.dib"));
    }

    [TestCase("a.dib b.dib", "have the same format")]
    [TestCase("a.dib b.dib c.dib", "give --output DIR")]
    [TestCase("a.dib x/a.dib --output out", "would both be written to 'out")]
    [TestCase("a.dib --output a.dib", "have the same format")]
    [TestCase("gone.dib", "There is no file or folder 'gone.dib'")]
    [TestCase("read.me", "must end with .ipynb or .dib")]
    [TestCase("a.dib read.me/deep", "cannot be made")]
    [TestCase(
        "a.dib x.txt",
        "'x.txt' is not an output. Give a folder that exists, or the name of a new one: it ends with '/' or has no extension; "
        + "for one input, a file that ends in .ipynb or .dib is legal as well.")]
    [TestCase("a.dib -", "'-' is not an output")]
    [TestCase("a.dib --output deep/er/a.ipynbb", "'deep/er/a.ipynbb' is not an output")]
    [TestCase("a.dib b.dib --output one.ipynb", "'one.ipynb' is not an output for 2 inputs")]
    [TestCase("a.dib b.dib --output new.d", "'new.d' is not an output for 2 inputs")]
    [TestCase("n --output n --force", "'n/t.dib' is an input and would be overwritten")]
    public async Task Convert_WhatCannotBeMeant_IsRefused(string arguments, string expected)
    {
        using var world = new FakeWorld();
        foreach (var file in "a.dib b.dib c.dib x/a.dib read.me n/t.dib n/t.ipynb".Split(' '))
        {
            world.Write(file);
        }

        var before = Directory.GetFileSystemEntries(world.Folder, "*", SearchOption.AllDirectories);
        Assert.That(await world.RunAsync(["convert", .. arguments.Split(' ')]), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error.Replace('\\', '/'), Does.Contain(expected));
        Assert.That(world.Output, Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(world.Folder, "*", SearchOption.AllDirectories), Is.EquivalentTo(before));
    }

    [TestCase("""out {"event":"invalid","message":"cell 3: #!fsharp is not C#"}""", "exit 2", "error: a.dib: cell 3: #!fsharp is not C#")]
    [TestCase("""out {"event":"write-failed","message":"disk full"}""", "exit 3", "error: a.dib: disk full")]
    [TestCase("noise", "exit 134", "error: a.dib: The notebook host was ended by signal 6")]
    public async Task Convert_FileThatCannotBeConverted_IsToldAndTheOthersAreConverted(string says, string exit, string expected)
    {
        using var world = new FakeWorld();
        world.Write("a.dib", says, exit);
        world.Write("b.dib");
        Assert.That(await world.RunAsync("convert", "a.dib", "b.dib", "--output", "out"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.StartWith(expected));
        Assert.That(world.Output, Is.EqualTo($"b.dib -> {Path.Combine("out", "b.ipynb")}\n"));
    }
}
