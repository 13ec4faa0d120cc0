using System.Globalization;

namespace HighLight.Evaluation;

/// <summary>
/// How a GEMM is cut into tiles that lie in the global buffer, the order in which they are walked, and what becomes of partial sums whose
/// K is not done when the walk leaves them.
/// </summary>
/// <param name="TileM">Rows of A and Z in the buffer, 1 or more; as many as the GEMM has, or more, for all.</param>
/// <param name="TileK">The part of the reduction in the buffer, the same.</param>
/// <param name="TileN">Columns of B and Z in the buffer, the same.</param>
/// <param name="Order">The loops over the tiles.</param>
public readonly record struct Mapping(int TileM, int TileK, int TileN, DramLoopOrder Order)
{
    private readonly OuterTiles _outer;

    /// <summary>
    /// Whether partial sums may be spilled to DRAM: written at the first visit of a tile of Z, read and written at later ones, whole
    /// (<see cref="Hardware.Accelerator.SpilledSumBits"/>). A mapping that needs it and does not say so is refused.
    /// </summary>
    public bool SpillsZ { get; init; }

    /// <summary>The tiles of the levels between DRAM and the global buffer, outermost first; none where there is no such level.</summary>
    public OuterTiles OuterTiles
    {
        get => _outer;
        init => _outer = value;
    }

    /// <summary>How many <see cref="OuterTiles"/> there are, without a copy of them.</summary>
    internal int OuterCount => _outer.Count;

    /// <summary>The tile of a level on chip, 1 or more; the global buffer's behind the outer ones.</summary>
    internal LevelTile TileOf(int level) => level <= _outer.Count ? _outer[level - 1] : new(TileM, TileK, TileN, Order);

    /// <summary>Whether the loop over tiles of N encloses that over tiles of M.</summary>
    internal bool NEnclosesM => new DramLoops(Order, 1, 1, 1).NEnclosesM;

    /// <summary>
    /// For example <c>M128 K512 N192, K outer, N inner, Z spilled</c>, or with a level between, the outermost first,
    /// <c>M512 K1024 N1024, N outer | M128 K512 N192, M outer</c>; <see cref="Parse"/> reads it back.
    /// </summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < _outer.Count; i++)
        {
            text.Append(TextOf(_outer[i])).Append(" | ");
        }

        return text.Append(TextOf(new(TileM, TileK, TileN, Order))).Append(SpillsZ ? ", Z spilled" : "").ToString();
    }

    /// <summary>
    /// Reads <c>M128 K1024 N128, N outer</c>, where K is the innermost loop of the three, <c>M128 K512 N192, K outer, N inner</c>, and
    /// <c>Z spilled</c> behind either; with a <c>|</c> between them, the tiles of several levels, the outermost first.
    /// </summary>
    /// <exception cref="FormatException">The text is not of that form; the message shows it.</exception>
    public static Mapping Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var levels = text.Split('|');
        if (levels.Length <= OuterTiles.MaxCount + 1
            && levels.Select((level, i) => TileOf(level, i == levels.Length - 1)).ToArray() is var tiles
            && tiles.All(tile => tile is not null))
        {
            var (inner, spills) = tiles[^1]!.Value;
            return new(inner.M, inner.K, inner.N, inner.Order)
            {
                SpillsZ = spills,
                OuterTiles = new([.. tiles[..^1].Select(tile => tile!.Value.Tile)]),
            };
        }

        throw new FormatException(
            $"'{text}' is not a mapping: write tiles of 1 or more, the outer loop and, unless it is K, the inner one, "
            + "and whether sums are spilled, for example 'M128 K1024 N128, N outer' or 'M128 K512 N192, K outer, N inner, Z spilled'; "
            + "put the tile of a level between DRAM and the global buffer first, with a | behind it.");
    }

    /// <summary>What a mapping calls an order of loops.</summary>
    internal static string Loops(DramLoopOrder order) => order switch
    {
        DramLoopOrder.MOuter => "M outer",
        DramLoopOrder.NOuter => "N outer",
        DramLoopOrder.MOuterNInner => "M outer, N inner",
        DramLoopOrder.NOuterMInner => "N outer, M inner",
        DramLoopOrder.KOuterNInner => "K outer, N inner",
        _ => "K outer, M inner",
    };

    /// <summary>The order that words without commas name; null where they name none.</summary>
    internal static DramLoopOrder? OrderOf(string words)
    {
        foreach (var order in Enum.GetValues<DramLoopOrder>())
        {
            if (string.Equals(words, Loops(order).Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal))
            {
                return order;
            }
        }

        return words switch
        {
            // All that can be said of a loop is also understood in full; of the two orders with K outside, the one in which A's tile stays.
            "M outer K inner" => DramLoopOrder.MOuter,
            "N outer K inner" => DramLoopOrder.NOuter,
            "K outer" => DramLoopOrder.KOuterNInner,
            _ => null,
        };
    }

    private static string TextOf(in LevelTile tile) => Invariant($"M{tile.M} K{tile.K} N{tile.N}, {Loops(tile.Order)}");

    private static (LevelTile Tile, bool Spills)? TileOf(string text, bool isInnermost)
    {
        var parts = text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var m, var k, var n, .. var words]
            || Read(m, 'M') is not { } tileM || Read(k, 'K') is not { } tileK || Read(n, 'N') is not { } tileN)
        {
            return null;
        }

        var spills = isInnermost && words is [.., "Z", "spilled"];
        return OrderOf(string.Join(' ', spills ? words[..^2] : words)) is { } order ? (new(tileM, tileK, tileN, order), spills) : null;
    }

    private static int? Read(string part, char dimension) =>
        part[0] == dimension && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var tile) && tile > 0
            ? tile
            : null;
}
