using System.Text;

namespace HighLight.Fibertrees;

/// <summary>Draws a tree with box characters.</summary>
internal sealed class FibertreeText
{
    public const int DefaultMaxLines = 60;
    private const int MaxValues = 16;

    private readonly StringBuilder _text = new();
    private readonly Fibertree _tree;
    private readonly int _maxLines;
    private int _lines;
    private int _leaves;

    private FibertreeText(Fibertree tree, int maxLines)
    {
        _tree = tree;
        _maxLines = maxLines;
    }

    public static string Of(Fibertree tree, int maxLines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLines, 1);
        return new FibertreeText(tree, maxLines).Draw();
    }

    /// <summary>For example <c>K:2→C:4, 3 of 8 nonzero</c>.</summary>
    public static string Header(Fibertree tree) => Invariant($"{tree}, {tree.LeafCount} of {tree.PositionCount} nonzero");

    /// <summary>Three significant digits, for example <c>-0.75</c>.</summary>
    public static string Show(double value) => Invariant($"{value:G3}");

    private string Draw()
    {
        _text.Append(Header(_tree));
        if (_tree.Ranks.Length == 1)
        {
            _text.Append('\n');
            Lowest(_tree.Root, 0);
        }
        else
        {
            Fibers(_tree.Root, 0, "");
            if (_leaves < _tree.LeafCount)
            {
                _text.Append(Invariant($"\n… {_tree.LeafCount - _leaves} more values"));
            }
        }

        return _text.ToString();
    }

    private void Fibers(Fiber fiber, int depth, string indent)
    {
        for (var i = 0; i < fiber.Occupancy && _lines < _maxLines; i++)
        {
            var last = i == fiber.Occupancy - 1;
            var child = fiber.Fibers[i];
            _text.Append(Invariant($"\n{indent}{(last ? "└─ " : "├─ ")}{_tree.Ranks[depth].Name}={fiber.Coordinates[i]}"));
            _lines++;
            if (depth + 2 == _tree.Ranks.Length)
            {
                _text.Append(" ─ ");
                Lowest(child, depth + 1);
            }
            else
            {
                Fibers(child, depth + 1, indent + (last ? "   " : "│  "));
            }
        }
    }

    private void Lowest(Fiber fiber, int depth)
    {
        var rank = _tree.Ranks[depth];
        _text.Append(rank.Name).Append(fiber.Shape < rank.Shape ? Invariant($" (shape {fiber.Shape}):") : ":");
        for (var i = 0; i < Math.Min(fiber.Occupancy, MaxValues); i++)
        {
            _text.Append(Invariant($"{(i == 0 ? " " : ", ")}{fiber.Coordinates[i]}→{Show(fiber.Values[i])}"));
        }

        _text.Append(fiber.Occupancy > MaxValues ? Invariant($", … {fiber.Occupancy - MaxValues} more") : "");
        _leaves += fiber.Occupancy;
    }
}
