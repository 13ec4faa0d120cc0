using System.Collections.Immutable;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>
/// The sparsity hardware of the designs, from their families and sizes. What selects operand B follows the counts of <see cref="SelectionMuxes"/>
/// (derived); fetch, collection and compression units are textbook structures (assumed), since no netlist is public.
/// </summary>
public static class SparsityHardware
{
    /// <summary>Words that the compression unit packs at once.</summary>
    private const int CompressedWords = 16;

    /// <summary>One-rank structured skipping: each lane picks its word of B among H−G+1 by an offset that arrives with its word of A.</summary>
    /// <param name="family">What A may be.</param>
    /// <param name="lanes">Multipliers.</param>
    /// <param name="wordBits">Bits of a word.</param>
    public static ImmutableArray<SafUnit> RankZeroSelection(HssFamily family, int lanes, int wordBits)
    {
        ArgumentNullException.ThrowIfNull(family);
        var rule = family[0];
        return
        [
            SafUnit.Of("rank-0 selection", new SelectionMux(Candidates(rule), wordBits), lanes, SafTrigger.Multiply),
            SafUnit.Of("rank-0 offset decoders", new OffsetDecoder(Gh.BitsFor(rule.H.Max)), lanes, SafTrigger.WordOfA),
        ];
    }

    /// <summary>
    /// Two-rank skipping: blocks of B are fetched in variable numbers (VFMU), each slot of a row picks its block, each lane its word; B is unpacked and gated, Z packed.
    /// </summary>
    /// <param name="family">What A may be: two ranks.</param>
    /// <param name="lanes">Multipliers.</param>
    /// <param name="wordBits">Bits of a word.</param>
    /// <param name="rowWords">Words of a row of the global buffer.</param>
    public static ImmutableArray<SafUnit> HierarchicalSelection(HssFamily family, int lanes, int wordBits, int rowWords)
    {
        ArgumentNullException.ThrowIfNull(family);
        GhRange rank0 = family[0], rank1 = family[1];
        var slots = 1.0 / rank0.G.Max;
        var fetch = new Vfmu(rowWords, rowWords, wordBits);
        return
        [
            .. RankZeroSelection(family, lanes, wordBits),
            // Only the live words of a block switch: H0 of the pattern that is run, not of the widest.
            SafUnit.Of("rank-1 selection", new SelectionMux(Candidates(rank1), rank0.H.Max * wordBits), lanes * slots, SafTrigger.SelectedBlockValue, 1.0 / rank0.H.Max),
            SafUnit.Of("rank-1 offset decoders", new OffsetDecoder(Gh.BitsFor(rank1.H.Max)), lanes * slots, SafTrigger.WordOfA, slots),
            SafUnit.Of("VFMU", fetch, 1, SafTrigger.ValueOfB, 1.0 / rowWords),
            new SafUnit("VFMU row loads", default, fetch.RowLoad, 0, SafTrigger.RowOfB, 1),
            SafUnit.Of("unpacking of B", new CompressionUnit(rowWords, wordBits), 1, SafTrigger.CompressedRowOfB),
            .. OutputCompression(wordBits),
        ];
    }

    /// <summary>Alternating ranks: A's offsets pick words of B within blocks, B's pick blocks of A.</summary>
    /// <param name="familyA">Rules of A on rank 0.</param>
    /// <param name="familyB">Rules of B on rank 1.</param>
    /// <param name="lanes">Multipliers.</param>
    /// <param name="wordBits">Bits of a word.</param>
    /// <param name="rowWords">Words of a row of the global buffer.</param>
    public static ImmutableArray<SafUnit> DualStructuredSelection(HssFamily familyA, HssFamily familyB, int lanes, int wordBits, int rowWords)
    {
        ArgumentNullException.ThrowIfNull(familyA);
        ArgumentNullException.ThrowIfNull(familyB);
        GhRange rank0 = familyA[0], rank1 = familyB[1];
        var kept = rank0.G.Max;
        var block = kept * (wordBits + Gh.BitsFor(rank0.H.Max));
        var fetch = new Vfmu(rowWords, rowWords, wordBits);
        return
        [
            .. RankZeroSelection(familyA, lanes, wordBits),
            SafUnit.Of("rank-1 selection", new SelectionMux(Candidates(rank1), block), (double)lanes / kept, SafTrigger.Multiply, 1.0 / kept),
            SafUnit.Of("rank-1 offset decoders", new OffsetDecoder(Gh.BitsFor(rank1.H.Max)), (double)lanes / kept, SafTrigger.WordOfA, 1.0 / kept),
            SafUnit.Of("VFMU", fetch, 1, SafTrigger.ValueOfB, 1.0 / rowWords),
            new SafUnit("VFMU row loads", default, fetch.RowLoad, 0, SafTrigger.RowOfB, 1),
            .. OutputCompression(wordBits),
        ];
    }

    /// <summary>Outer products: bitmaps of both operands say which products exist, a collector brings each to its bank of the accumulation buffer.</summary>
    /// <param name="lanes">Multipliers.</param>
    /// <param name="wordBits">Bits of a word.</param>
    public static ImmutableArray<SafUnit> OuterProductCollection(int lanes, int wordBits)
    {
        // A collector for each 16 multipliers in front of 16 banks; a pair of 32-bit bitmaps for each 32×32 tile and k.
        const int Ports = 16;
        const int Tile = 32;
        return
        [
            SafUnit.Of("bitmap units", new BitmapUnit(Tile), 2.0 * lanes / (Ports * 8), SafTrigger.DenseMultiply, 2.0 / (Tile * Tile)),
            SafUnit.Of("operand collector", new Crossbar(Ports, Ports, wordBits), (double)lanes / Ports, SafTrigger.Multiply),
        ];
    }

    /// <summary>Blocks with bounded density, B's values one a cycle: each lane picks the partner among a block's words; outputs are pruned to their block's bound.</summary>
    /// <param name="block">Words of a block.</param>
    /// <param name="lanes">Multipliers.</param>
    /// <param name="wordBits">Bits of a word.</param>
    public static ImmutableArray<SafUnit> TimeUnrolledSelection(int block, int lanes, int wordBits) =>
    [
        SafUnit.Of("operand selection", new SelectionMux(block, wordBits), lanes, SafTrigger.Multiply),
        SafUnit.Of("bitmap units", new BitmapUnit(block), (double)lanes / block, SafTrigger.Multiply, 1.0 / block),
        SafUnit.Of("top selection", new TopSelectionUnit(block, block, wordBits), CompressedWords / (double)block, SafTrigger.WordOfZ, 1.0 / block),
    ];

    private static ImmutableArray<SafUnit> OutputCompression(int wordBits) =>
        [SafUnit.Of("compression of Z", new CompressionUnit(CompressedWords, wordBits), 1, SafTrigger.WordOfZ, 1.0 / CompressedWords)];

    private static int Candidates(GhRange rule) => rule.H.Max - rule.G.Max + 1;
}
