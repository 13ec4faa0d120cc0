namespace HighLight.Evaluation;

/// <summary>Which loop over DRAM tiles runs outermost, and so which operand's tile stays in the global buffer.</summary>
public enum DramLoopOrder
{
    /// <summary>Tiles of M outside, of N inside: a tile of A stays, B streams past it once for each tile of M.</summary>
    MOuter,

    /// <summary>Tiles of N outside, of M inside: a tile of B stays, A streams past it once for each tile of N.</summary>
    NOuter,
}
