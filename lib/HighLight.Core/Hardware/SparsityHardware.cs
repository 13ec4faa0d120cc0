using System.Collections.Immutable;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>
/// The sparsity hardware that a design needs, worked out from its array, word, families and every rank of them. What selects operand B
/// follows the counts of <see cref="SelectionMuxes"/> (derived); fetch, collection and compression units are textbook structures (assumed),
/// since no netlist is public.
/// </summary>
internal static class SparsityHardware
{
    /// <summary>Words that the compression unit packs at once.</summary>
    private const int CompressedWords = 16;

    /// <summary>
    /// Structured skipping: on each rank of A, slots pick their payload of B by offsets that arrive with A; blocks of B are fetched in variable
    /// numbers (VFMU) where a rank above 0 is skipped; compressed B is unpacked, Z packed.
    /// </summary>
    public static ImmutableArray<SafUnit> OfStructured(Accelerator design)
    {
        var a = Rules(design.A);
        var b = Rules(design.B);
        var units = ImmutableArray.CreateBuilder<SafUnit>();
        for (var rank = 0; rank < a.Length; rank++)
        {
            units.AddRange(SelectionByA(a, rank, design.Array.Multipliers, design.WordBits));
        }

        for (var rank = 1; rank < b.Length; rank++)
        {
            units.AddRange(SelectionByB(a, b, rank, design.Array.Multipliers, design.WordBits));
        }

        // On the design's rows: as many words as one access of the buffer moves.
        var rowWords = Math.Max(1, design.GlobalBuffer.RowBytes * 8 / design.WordBits);
        if (a.Length > 1 || b.Length > 1)
        {
            var fetch = new Vfmu(rowWords, rowWords, design.WordBits);
            units.Add(SafUnit.Of("VFMU", fetch, 1, SafTrigger.ValueOfB, 1.0 / rowWords));
            units.Add(new SafUnit("VFMU row loads", default, fetch.RowLoad, 0, SafTrigger.RowOfB, 1));
        }

        if (design.B.UnstructuredFormat != CompressionKind.None)
        {
            units.Add(SafUnit.Of("unpacking of B", new CompressionUnit(rowWords, design.WordBits), 1, SafTrigger.CompressedRowOfB));
        }

        if (design.CompressesOutput)
        {
            units.Add(SafUnit.Of(
                "compression of Z", new CompressionUnit(CompressedWords, design.WordBits), 1, SafTrigger.WordOfZ, 1.0 / CompressedWords));
        }

        return units.ToImmutable();
    }

    /// <summary>
    /// Outer products: bitmaps of both operands say which products exist, a collector brings each to its bank of the accumulation buffer.
    /// </summary>
    public static ImmutableArray<SafUnit> OfOuterProduct(Accelerator design, SkippingScheme.OuterProduct scheme)
    {
        // A collector for each 16 multipliers in front of 16 banks (assumed); a pair of bitmaps for each warp tile and k.
        const int Ports = 16;
        var lanes = design.Array.Multipliers;
        return
        [
            SafUnit.Of(
                "bitmap units",
                new BitmapUnit(Math.Max(scheme.TileA, scheme.TileB)),
                2.0 * lanes / ((double)scheme.LanesA * scheme.LanesB),
                SafTrigger.DenseMultiply,
                2.0 / ((double)scheme.TileA * scheme.TileB)),
            SafUnit.Of("operand collector", new Crossbar(Ports, Ports, design.WordBits), (double)lanes / Ports, SafTrigger.Multiply),
        ];
    }

    /// <summary>
    /// Blocks with bounded density, B's values one a cycle: each lane picks the partner among a block's words; outputs are pruned to their
    /// block's bound.
    /// </summary>
    public static ImmutableArray<SafUnit> OfTimeUnrolled(Accelerator design, SkippingScheme.TimeUnrolled scheme)
    {
        var (block, lanes) = (scheme.Block, design.Array.Multipliers);
        return
        [
            SafUnit.Of("operand selection", new SelectionMux(block, design.WordBits), lanes, SafTrigger.Multiply),
            SafUnit.Of("bitmap units", new BitmapUnit(block), (double)lanes / block, SafTrigger.Multiply, 1.0 / block),
            SafUnit.Of(
                "top selection",
                new TopSelectionUnit(block, block, design.WordBits),
                CompressedWords / (double)block,
                SafTrigger.WordOfZ,
                1.0 / block),
        ];
    }

    /// <summary>A rank of A: each slot, one for each ∏G lanes below, picks its payload of ∏H words out of H−G+1.</summary>
    private static ImmutableArray<SafUnit> SelectionByA(ImmutableArray<Rule> rules, int rank, int lanes, int wordBits)
    {
        // Only the live words of a payload switch: those of the pattern that is run, not of the widest.
        var (slots, payload) = (1.0 / Kept(rules, rank), Words(rules, rank));
        var trigger = rank == 0 ? SafTrigger.Multiply : SafTrigger.SelectedBlockValue;
        return
        [
            SafUnit.Of(Invariant($"rank-{rank} selection"), new SelectionMux(rules[rank].Candidates, payload * wordBits), lanes * slots, trigger, 1.0 / payload)
                with { Rank = Math.Max(1, rank) },
            SafUnit.Of(Invariant($"rank-{rank} offset decoders"), new OffsetDecoder(rules[rank].OffsetBits), lanes * slots, SafTrigger.WordOfA, slots),
        ];
    }

    /// <summary>A rank of B above A's: its offsets pick blocks of A, values with their own offsets.</summary>
    private static ImmutableArray<SafUnit> SelectionByB(ImmutableArray<Rule> a, ImmutableArray<Rule> b, int rank, int lanes, int wordBits)
    {
        var kept = a.IsEmpty ? Words(b, rank) : Kept(a, Math.Min(rank, a.Length));
        var block = kept * (wordBits + (a.IsEmpty ? 0 : a[0].OffsetBits));
        return
        [
            SafUnit.Of(
                Invariant($"rank-{rank} selection"), new SelectionMux(b[rank].Candidates, block), (double)lanes / kept, SafTrigger.Multiply, 1.0 / kept),
            SafUnit.Of(
                Invariant($"rank-{rank} offset decoders"), new OffsetDecoder(b[rank].OffsetBits), (double)lanes / kept, SafTrigger.WordOfA, 1.0 / kept),
        ];
    }

    /// <summary>The widest rule of each rank that the families of a skipped operand have; empty where nothing is skipped.</summary>
    private static ImmutableArray<Rule> Rules(OperandSupport support)
    {
        if (support.StructuredZeros != ZeroAction.Skip || support.Families.IsDefaultOrEmpty)
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(0, support.Families.Max(family => family.RankCount)).Select(rank =>
            {
                var ranges = support.Families.Where(family => rank < family.RankCount).Select(family => family[rank]).ToArray();
                return new Rule(
                    ranges.Max(range => range.H.Max - range.G.Max + 1),
                    ranges.Min(range => range.G.Max),
                    ranges.Max(range => range.H.Max));
            }),
        ];
    }

    /// <summary>Values that a payload of a rank keeps: a slot for each so many lanes.</summary>
    private static int Kept(ImmutableArray<Rule> rules, int rank) => rules.Take(rank).Aggregate(1, (kept, rule) => checked(kept * rule.Kept));

    /// <summary>Values that a payload of a rank spans.</summary>
    private static int Words(ImmutableArray<Rule> rules, int rank) => rules.Take(rank).Aggregate(1, (words, rule) => checked(words * rule.Size));

    /// <param name="Candidates">Payloads that a slot chooses from.</param>
    /// <param name="Kept">Slots of a fiber.</param>
    /// <param name="Size">Payloads of a fiber.</param>
    private readonly record struct Rule(int Candidates, int Kept, int Size)
    {
        public int OffsetBits => Gh.BitsFor(Size);
    }
}
