namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>One visit of the array: a part of the reduction for one accumulation tile of Z, whose operands lie in the buffer.</summary>
/// <param name="FromM">The first row of the accumulation tile.</param>
/// <param name="ToM">The row behind its last.</param>
/// <param name="FromN">Its first column.</param>
/// <param name="ToN">The column behind its last.</param>
/// <param name="Buffered">The tiles in the buffer.</param>
/// <param name="Enters">Whether the array turns to these sums; otherwise they are in the files still.</param>
/// <param name="Leaves">Whether it turns away from them afterwards.</param>
internal readonly record struct TileVisit(int FromM, int ToM, int FromN, int ToN, TileBounds Buffered, bool Enters, bool Leaves)
{
    /// <summary>Rows of the accumulation tile.</summary>
    public int Rows => ToM - FromM;

    /// <summary>Columns of the accumulation tile.</summary>
    public int Columns => ToN - FromN;
}
