namespace HighLight.Fibertrees;

/// <content>Rendering.</content>
public sealed partial class Fibertree
{
    /// <summary>
    /// The tree as text, one line a fiber of the lowest rank, for example
    /// <code>
    /// K:2→C:4, 3 of 8 nonzero
    /// ├─ K=0 ─ C: 1→0.5, 3→-1
    /// └─ K=1 ─ C: 0→2
    /// </code>
    /// Values show three significant digits.
    /// </summary>
    /// <param name="maxLines">The largest number of lines below the first; what is left out is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLines"/> is below 1.</exception>
    public string ToText(int maxLines = FibertreeText.DefaultMaxLines) => FibertreeText.Of(this, maxLines);

    /// <summary>
    /// The tree as a self-contained SVG drawing: ranks from top to bottom, a box a fiber with its nonempty coordinates, values at the bottom.
    /// </summary>
    /// <param name="before">If given, a tree of the same ranks whose values that are empty here are drawn as pruned: dashed and crossed out.</param>
    /// <param name="maxLeaves">The largest number of values drawn; a larger tree gives a drawing that says so and what to do.</param>
    /// <exception cref="ArgumentException"><paramref name="before"/> has other ranks.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLeaves"/> is below 1.</exception>
    public string ToSvg(Fibertree? before = null, int maxLeaves = FibertreeDrawing.DefaultMaxLeaves) => FibertreeDrawing.Of(this, before, maxLeaves).ToSvg();

    /// <summary><see cref="ToSvg"/> as a figure with a caption, for a notebook or a page. It scrolls where it is wider than the page.</summary>
    /// <param name="before">See <see cref="ToSvg"/>.</param>
    /// <param name="caption">The caption, plain text; null: the ranks and the number of nonzero values.</param>
    /// <param name="maxLeaves">See <see cref="ToSvg"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="before"/> has other ranks.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLeaves"/> is below 1.</exception>
    public string ToHtml(Fibertree? before = null, string? caption = null, int maxLeaves = FibertreeDrawing.DefaultMaxLeaves) =>
        FibertreeDrawing.Of(this, before, maxLeaves).ToHtml(caption ?? FibertreeText.Header(this));
}
