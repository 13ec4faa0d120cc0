using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace HighLight.Commands.Parameters;

/// <summary>
/// Refuses a YAML text as soon as too much is nested, also within what is skipped: the scanner's time grows with the square of the depth.
/// </summary>
/// <param name="scanner">Reads the tokens; it looks ahead by a bounded number of characters.</param>
internal sealed class BoundedYamlScanner(IScanner scanner) : IScanner
{
    // The parameters are in a mapping of their own.
    private const int Maximum = ParameterFile.MaximumDepth + 1;

    private int _depth;

    /// <inheritdoc/>
    public Mark CurrentPosition => scanner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => scanner.Current;

    /// <inheritdoc/>
    public void ConsumeCurrent() => scanner.ConsumeCurrent();

    /// <inheritdoc/>
    public bool MoveNext() => Count(scanner.MoveNext());

    /// <inheritdoc/>
    public bool MoveNextWithoutConsuming() => Count(scanner.MoveNextWithoutConsuming());

    private bool Count(bool moved)
    {
        if (!moved)
        {
            return false;
        }

        _depth += scanner.Current switch
        {
            FlowSequenceStart or FlowMappingStart or BlockSequenceStart or BlockMappingStart => 1,
            FlowSequenceEnd or FlowMappingEnd or BlockEnd => -1,
            _ => 0,
        };
        return _depth <= Maximum
            ? true
            : throw new ParameterFileException(
                scanner.Current!.Start.Line,
                Invariant($"more than {ParameterFile.MaximumDepth} arrays or mappings are within each other."));
    }
}
