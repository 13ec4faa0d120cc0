using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HighLight.Commands.Parameters;

/// <summary>The values of a YAML file that have an anchor, and their copies where an alias names them, within a bound.</summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<AnchorName, YamlFragment> _values = [];
    private long _copied;

    /// <summary>Keeps <paramref name="value"/> if <paramref name="node"/> has an anchor.</summary>
    /// <returns>The value.</returns>
    public YamlFragment Keep(NodeEvent node, YamlFragment value)
    {
        if (!node.Anchor.IsEmpty)
        {
            _values[node.Anchor] = value;
        }

        return value;
    }

    /// <summary>The value that <paramref name="alias"/> stands for; null when no value with that anchor ends before it.</summary>
    /// <exception cref="ParameterFileException">The copies are too much together.</exception>
    public YamlFragment? Copy(AnchorAlias alias)
    {
        if (!_values.TryGetValue(alias.Value, out var value))
        {
            return null;
        }

        _copied += value.Json?.Length ?? 0;
        return _copied <= ParameterFile.MaximumLength
            ? value
            : throw new ParameterFileException(alias.Start.Line, "its aliases stand for more than 1 MiB of values.");
    }
}
