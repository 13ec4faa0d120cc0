using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>What was found in a notebook file, bounded in number, each finding with its cell and JSON path.</summary>
internal sealed class FindingList
{
    private const int Limit = 50;
    private readonly ImmutableArray<string>.Builder _messages = ImmutableArray.CreateBuilder<string>();

    public bool Any => _messages.Count > 0;

    public void Add(JsonPath path, string message) =>
        Add(path.Cell is { } cell ? Invariant($"cell {cell}, {path}: {message}") : $"{path}: {message}");

    public void Add(string message)
    {
        if (_messages.Count < Limit)
        {
            _messages.Add(message);
        }
        else if (_messages.Count == Limit)
        {
            _messages.Add("… and more");
        }
    }

    /// <summary>Adds another list's findings, each with what became of it.</summary>
    public void Add(FindingList other, string consequence = "")
    {
        foreach (string message in other._messages)
        {
            Add(message + consequence);
        }
    }

    public ImmutableArray<string> ToImmutable() => _messages.ToImmutable();
}
