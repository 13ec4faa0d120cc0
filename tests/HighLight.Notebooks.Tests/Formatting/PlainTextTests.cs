using System.Collections.Immutable;
using HighLight.Notebooks.Formatting;

namespace HighLight.Notebooks.Tests.Formatting;

internal sealed class PlainTextTests
{
    private static readonly object?[][] Cases =
    [
        [null, "<null>"],
        ["text", "text"],
        [true, "True"],
        ['c', "c"],
        [0.1 + 0.2, "0.30000000000000004"],
        [-1234.5m, "-1234.5"],
        [new DateOnly(2023, 12, 31), "12/31/2023"],
        [new[] { 1, 2 }, "[ 1, 2 ]"],
        [Array.Empty<int>(), "[ ]"],
        [ImmutableArray.Create("a", null), "[ a, <null> ]"],
        [(1, "b", 2.5), "( 1, b, 2.5 )"],
        [new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 }, "{ a: 1 }"],
        [ImmutableSortedDictionary<string, int>.Empty.Add("z", 2), "{ z: 2 }"],
        [KeyValuePair.Create(1, 2), "1: 2"],
        [new[,] { { 1, 2 }, { 3, 4 } }, "[ [ 1, 2 ],\n  [ 3, 4 ] ]"],
        [new Point(1, 2), "Point { X = 1, Y = 2 }"],
        [new Plain { Name = "n", Items = [1] }, "Plain { Name = n, Items = [ 1 ] }"],
        [typeof(Dictionary<string, int[]>), "Dictionary<String, Int32[]>"],
        [new InvalidOperationException("m"), "System.InvalidOperationException: m"],
    ];

    [TestCaseSource(nameof(Cases))]
    public void Of_Value_IsText(object? value, string expected) => Assert.That(PlainText.Of(value), Is.EqualTo(expected));

    [Test]
    public void Of_AtAndBeyondTheItemLimit_IsCut()
    {
        Assert.That(PlainText.Of(Enumerable.Range(0, PlainText.ItemLimit)), Does.EndWith("19 ]"));
        Assert.That(PlainText.Of(Enumerable.Range(0, PlainText.ItemLimit + 1)), Does.EndWith("19, … ]"));
    }

    [Test]
    public void Of_EndlessSequence_Ends() => Assert.That(PlainText.Of(Endless()), Does.EndWith("0, … ]"));

    [Test]
    public void Of_CyclicObject_Ends()
    {
        var node = new Node();
        node.Next = node;
        Assert.That(PlainText.Of(node), Is.EqualTo("Node { Next = Node { Next = Node { Next = Node { Next = … } } } }"));
    }

    private static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 0;
        }
    }

    private sealed record Point(int X, int Y);

    public sealed class Plain
    {
        public string? Name { get; init; }

        public int[] Items { get; init; } = [];

        public int this[int index] => Items[index];
    }

    public sealed class Node
    {
        public Node? Next { get; set; }
    }
}
