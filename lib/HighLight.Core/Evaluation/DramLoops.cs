namespace HighLight.Evaluation;

/// <summary>The loops over DRAM tiles of a mapping: how often each runs, and what follows for the operands and the partial sums.</summary>
/// <param name="Order">Outermost first.</param>
/// <param name="M">Tiles of M.</param>
/// <param name="K">Parts of K.</param>
/// <param name="N">Tiles of N.</param>
internal readonly record struct DramLoops(DramLoopOrder Order, double M, double K, double N)
{
    /// <summary>
    /// How often all of A is read: once for each tile of N where that loop encloses one that walks over A, for a tile is there still if
    /// nothing but N has gone on.
    /// </summary>
    public double ReadsOfA => NEnclosesA ? N : 1;

    /// <summary>The same of B, for each tile of M.</summary>
    public double ReadsOfB => MEnclosesB ? M : 1;

    /// <summary>Whether a tile of Z is left before its K is done, and met again.</summary>
    public bool LeaveSums => K > 1 && KEnclosesZ;

    /// <summary>Whether the loop over N encloses one that walks over A and runs more than once.</summary>
    public bool NEnclosesA => (M > 1 && NEnclosesM) || (K > 1 && !KEnclosesN);

    /// <summary>Whether the loop over M encloses one that walks over B and runs more than once.</summary>
    public bool MEnclosesB => (N > 1 && !NEnclosesM) || (K > 1 && !KEnclosesM);

    /// <summary>Whether the loop over K encloses one that walks over Z and runs more than once.</summary>
    public bool KEnclosesZ => (M > 1 && KEnclosesM) || (N > 1 && KEnclosesN);

    /// <summary>The dimensions, outermost first.</summary>
    public string Dimensions => Order switch
    {
        DramLoopOrder.MOuter => "MNK",
        DramLoopOrder.NOuter => "NMK",
        DramLoopOrder.MOuterNInner => "MKN",
        DramLoopOrder.NOuterMInner => "NKM",
        DramLoopOrder.KOuterNInner => "KMN",
        _ => "KNM",
    };

    /// <summary>Whether the loop over N encloses that over M.</summary>
    public bool NEnclosesM => Order is DramLoopOrder.NOuter or DramLoopOrder.NOuterMInner or DramLoopOrder.KOuterMInner;

    private bool KEnclosesM => Order is DramLoopOrder.KOuterNInner or DramLoopOrder.KOuterMInner or DramLoopOrder.NOuterMInner;

    private bool KEnclosesN => Order is DramLoopOrder.KOuterNInner or DramLoopOrder.KOuterMInner or DramLoopOrder.MOuterNInner;
}
