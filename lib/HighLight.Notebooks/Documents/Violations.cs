using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>Collects what is wrong with a notebook, bounded, each with its cell and JSON path.</summary>
internal sealed class Violations
{
    private const int Limit = 50;
    private readonly ImmutableArray<string>.Builder _messages = ImmutableArray.CreateBuilder<string>();

    public bool Any => _messages.Count > 0;

    public void Add(JsonPath path, string message)
    {
        if (_messages.Count < Limit)
        {
            _messages.Add(path.Cell is { } cell ? Invariant($"cell {cell}, {path}: {message}") : $"{path}: {message}");
        }
        else if (_messages.Count == Limit)
        {
            _messages.Add("… and more");
        }
    }

    public ImmutableArray<string> ToImmutable() => _messages.ToImmutable();
}
