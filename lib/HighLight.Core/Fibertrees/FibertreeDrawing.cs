using System.Xml.Linq;
using static HighLight.Fibertrees.SvgElements;

namespace HighLight.Fibertrees;

/// <summary>
/// A drawing of a tree: ranks from top to bottom, a box a fiber, a cell a nonempty coordinate above the middle of its payload, values below the lowest
/// rank. Colours are of the Okabe–Ito palette, told apart by dashes and strokes as well.
/// </summary>
internal sealed class FibertreeDrawing
{
    public const int DefaultMaxLeaves = 96;

    private const double Left = 108;
    private const double Top = 14;
    private const double CellHeight = 22;
    private const double RowHeight = 58;
    private const double Padding = 4;
    private const double SiblingGap = 14;
    private const double LevelGap = 8;
    private const double ShapeNote = 25;
    private const string Dark = "#1a1a1a";
    private const string Grey = "#6b6b6b";
    private const string Blue = "#0072b2";
    private const string RuleColour = "#b04a00";

    private readonly Fibertree _tree;
    private readonly LeafState[] _states;
    private readonly PruneStep? _step;
    private readonly Dictionary<FiberPath, FiberChoice> _choices = [];
    private readonly int _maxLeaves;
    private readonly double _cell;
    private readonly List<XElement> _back = [];
    private readonly List<XElement> _front = [];
    private double _x = Left;

    private FibertreeDrawing(Fibertree tree, LeafState[] states, PruneStep? step, int maxLeaves)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLeaves, 1);
        _tree = tree;
        _states = states;
        _step = step;
        _maxLeaves = maxLeaves;
        var values = tree.LeafCount > maxLeaves ? [] : tree.ValuesOf(tree.Root).ToArray();
        IEnumerable<string> texts = [.. values.Select(v => FibertreeText.Show(v)), .. tree.Ranks.Select(r => Invariant($"{Math.Max(0, r.Shape - 1)}"))];
        _cell = Math.Max(26, texts.Max(WidthOf) + 9);
        if (step is not null && step.Arranged.LeafCount <= maxLeaves)
        {
            _choices = step.Choices.ToDictionary(c => c.Path);
        }
    }

    private int Lowest => _tree.Ranks.Length - 1;

    /// <exception cref="ArgumentException">The trees have different ranks.</exception>
    public static FibertreeDrawing Of(Fibertree tree, Fibertree? before, int maxLeaves)
    {
        if (before is null || ReferenceEquals(before, tree))
        {
            var kept = new LeafState[tree.LeafCount];
            Array.Fill(kept, LeafState.Kept);
            return new FibertreeDrawing(tree, kept, null, maxLeaves);
        }

        if (!before.Layout.Equals(tree.Layout))
        {
            throw new ArgumentException($"The tree before has the ranks {before}, the tree drawn {tree}. Arrange both by the same specification.", nameof(before));
        }

        var union = tree.UnionWith(before);
        return new FibertreeDrawing(union, Array.ConvertAll(union.PresentIn(tree), there => there ? LeafState.Kept : LeafState.Pruned), null, maxLeaves);
    }

    public static FibertreeDrawing OfStep(PruneStep step, int maxLeaves)
    {
        var before = step.Arranged.PresentIn(step.Before);
        var after = step.Arranged.PresentIn(step.After);
        var states = before.Zip(after, (b, a) => a ? LeafState.Kept : b ? LeafState.Pruned : LeafState.PrunedEarlier);
        return new FibertreeDrawing(step.Arranged, [.. states], step, maxLeaves);
    }

    public string ToSvg() => Draw().ToString(SaveOptions.DisableFormatting);

    /// <summary>The drawing in a figure that scrolls, with a plain-text caption.</summary>
    public string ToHtml(string caption) => new XElement(
        "figure",
        new XAttribute("style", "margin:0.5em 0"),
        new XElement("div", new XAttribute("style", "overflow-x:auto"), Draw()),
        new XElement("figcaption", new XAttribute("style", "font-size:0.9em"), Clean(caption))).ToString(SaveOptions.DisableFormatting);

    private XElement Draw()
    {
        if (_tree.LeafCount > _maxLeaves)
        {
            return TooLarge();
        }

        _x = Left;
        _back.Clear();
        _front.Clear();
        if (_tree.LeafCount > 0)
        {
            Place(_tree.Root, 0, []);
        }
        else
        {
            _front.Add(Text(Left, RowY(0) + 15, "every value is 0: the tree is empty", Grey));
            _x = Left + 200;
        }

        for (var depth = 0; depth <= Lowest; depth++)
        {
            Label(depth);
        }

        var bottom = RowY(Lowest) + CellHeight + 30;
        if (_tree.LeafCount > 0)
        {
            _front.Add(Text(10, RowY(Lowest) + CellHeight + 21, "value", Grey, size: 11));
        }

        var height = Legend(bottom);
        return Root(Math.Max(_x + 14, Left + 220), height, FibertreeText.Header(_tree), [.. _back, .. _front]);
    }

    private static double RowY(int depth) => Top + (depth * RowHeight);

    /// <summary>Places a fiber and all below it from the left, and returns the middle of its coordinates and its state.</summary>
    private (double Middle, LeafState State) Place(Fiber fiber, int depth, int[] path)
    {
        var cells = new (double X, LeafState State)[fiber.Occupancy];
        for (var i = 0; i < cells.Length; i++)
        {
            if (depth == Lowest)
            {
                cells[i] = (_x + (_cell / 2), _states[fiber.FirstLeaf + i]);
                _x += _cell;
                continue;
            }

            _x += i == 0 ? 0 : SiblingGap + (LevelGap * (Lowest - 1 - depth));
            cells[i] = Place(fiber.Fibers[i], depth + 1, [.. path, fiber.Coordinates[i]]);
        }

        var left = cells[0].X - (_cell / 2) - Padding;
        var right = cells[^1].X + (_cell / 2) + Padding;
        var isShort = fiber.Shape < _tree.Ranks[depth].Shape;
        if (isShort)
        {
            _front.Add(Text(right, RowY(depth) + 15, Invariant($"of {fiber.Shape}"), Grey, size: 10));
            right += ShapeNote;
        }

        _x = Math.Max(_x, right - Padding);
        _back.Add(Box(left, RowY(depth) - Padding, right - left, CellHeight + (2 * Padding), 8, "#f3f6f9", "#a9b8c6"));
        for (var i = 0; i < cells.Length; i++)
        {
            Cell(cells[i].X, RowY(depth), fiber.Coordinates[i], cells[i].State);
            Payload(fiber, i, depth, path, cells[i]);
        }

        return ((cells[0].X + cells[^1].X) / 2, cells.Max(c => c.State));
    }

    private void Cell(double x, double y, int coordinate, LeafState state)
    {
        var (fill, stroke, text) = Colours(state);
        var left = x - (_cell / 2) + 2;
        _front.Add(Box(left, y, _cell - 4, CellHeight, 4, fill, stroke, state != LeafState.Kept));
        if (state == LeafState.Pruned)
        {
            _front.Add(Line(left + 3, y + CellHeight - 3, left + _cell - 7, y + 3, stroke));
        }

        _front.Add(Text(x, y + 15.5, Invariant($"{coordinate}"), text, "middle", bold: state == LeafState.Kept));
    }

    private void Payload(Fiber fiber, int i, int depth, int[] path, (double X, LeafState State) cell)
    {
        var (_, stroke, text) = Colours(cell.State);
        var y = RowY(depth) + CellHeight;
        if (depth == Lowest)
        {
            var value = Text(cell.X, y + 21, FibertreeText.Show(fiber.Values[i]), text, "middle", bold: cell.State == LeafState.Kept);
            if (cell.State != LeafState.Kept)
            {
                value.Add(new XAttribute("text-decoration", "line-through"));
            }

            _back.Add(Line(cell.X, y, cell.X, y + 9, stroke, cell.State != LeafState.Kept));
            _front.Add(value);
            return;
        }

        _back.Add(Line(cell.X, y, cell.X, RowY(depth + 1) - Padding, stroke, cell.State != LeafState.Kept));
        if (_step is not null && depth == _step.Before.Layout.Depth(_step.Rank.Name)
            && _choices.TryGetValue(new FiberPath([.. _tree.Ranks.Take(depth).Select(r => r.Name)], [.. path]), out var choice)
            && choice.Candidates.FirstOrDefault(c => c.Coordinate == fiber.Coordinates[i]) is { Score: > 0 } candidate)
        {
            _front.Add(Text(cell.X + 4, y + 20, FibertreeText.Show(candidate.Score), text, size: 11));
        }
    }

    private void Label(int depth)
    {
        var y = RowY(depth);
        var rank = _tree.Ranks[depth];
        _front.Add(Text(10, y + 11, Clean(rank.Name, 8), Dark, size: 14, bold: true));
        _front.Add(Text(10, y + 25, Invariant($"shape {rank.Shape}"), Grey, size: 11));
        if (_step is not null && _step.Rank.Name == rank.Name)
        {
            var rule = _step.Rule.Rule is { } gh ? Invariant($"{gh}") : "any";
            _front.Add(Text(Left - 12, y + 11, rule, RuleColour, "end", bold: true));
            _front.Add(Text(Left - 12, y + 38, depth < Lowest ? "by RMS" : "by |x|", RuleColour, "end", size: 11));
        }
    }

    /// <summary>Explains the states that occur, and returns the height of the drawing.</summary>
    private double Legend(double y)
    {
        var x = 10.0;
        if (_states.All(s => s == LeafState.Kept))
        {
            return y + 6;
        }

        foreach (var (state, text) in new[] { (LeafState.Kept, "kept"), (LeafState.Pruned, "pruned"), (LeafState.PrunedEarlier, "pruned before") })
        {
            if (_states.Contains(state))
            {
                var (fill, stroke, _) = Colours(state);
                _front.Add(Box(x, y + 7, 16, 12, 3, fill, stroke, state != LeafState.Kept));
                if (state == LeafState.Pruned)
                {
                    _front.Add(Line(x + 2, y + 17, x + 14, y + 9, stroke));
                }

                _front.Add(Text(x + 21, y + 17, text, Dark, size: 11));
                x += 40 + (text.Length * 6);
            }
        }

        return y + 28;
    }

    private XElement TooLarge()
    {
        // More than one value: some fiber on the way down has more than one coordinate.
        var (fiber, depth) = (_tree.Root, 0);
        for (; fiber.Occupancy == 1; depth++)
        {
            fiber = fiber.Fibers[0];
        }

        return Root(
            640,
            82,
            FibertreeText.Header(_tree),
            [
                Box(1, 1, 638, 80, 6, "#f3f6f9", "#a9b8c6"),
                Text(14, 24, Clean(_tree.ToString(), 80), Dark, size: 14, bold: true),
                Text(14, 46, Invariant($"{_tree.LeafCount} values: too many to draw; the limit is {_maxLeaves}."), Dark),
                Text(14, 66, Invariant($"Draw a part, for example tree.Restrict(\"{Clean(_tree.Ranks[depth].Name, 16)}\", {fiber.Coordinates[0]}), or pass a larger maxLeaves."), Dark),
            ]);
    }

    /// <summary>The width of a number in bold Helvetica of 12 pixels.</summary>
    private static double WidthOf(string number) => number.Sum(c => c switch
    {
        '.' => 3.4,
        '-' => 4,
        'E' => 8,
        _ => 6.8,
    });

    private static (string Fill, string Stroke, string Text) Colours(LeafState state) => state switch
    {
        LeafState.Kept => ("#d3e6f5", Blue, Dark),
        LeafState.Pruned => ("#ffffff", "#d55e00", Grey),
        _ => ("#ffffff", "#bdbdbd", "#767676"),
    };
}
