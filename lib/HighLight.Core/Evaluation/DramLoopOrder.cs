namespace HighLight.Evaluation;

/// <summary>
/// The order of the loops over DRAM tiles, outermost first, and so which tiles stay in the global buffer and where partial sums wait.
/// </summary>
public enum DramLoopOrder
{
    /// <summary>M, N, K: a tile of A stays while B streams past it; K is innermost, so that sums stay in the register files.</summary>
    MOuter,

    /// <summary>N, M, K: a tile of B stays while A streams past it; K is innermost.</summary>
    NOuter,

    /// <summary>M, K, N: each part of a tile of A meets all of N before the next part; sums are spilled where K and N are cut.</summary>
    MOuterNInner,

    /// <summary>N, K, M: each part of a tile of B meets all of M before the next part; sums are spilled where K and M are cut.</summary>
    NOuterMInner,

    /// <summary>K, M, N: parts of K one after the other over all of Z, whose sums are spilled; within one, a tile of A stays.</summary>
    KOuterNInner,

    /// <summary>K, N, M: parts of K one after the other over all of Z, whose sums are spilled; within one, a tile of B stays.</summary>
    KOuterMInner,
}
