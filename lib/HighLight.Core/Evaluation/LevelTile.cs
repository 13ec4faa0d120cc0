namespace HighLight.Evaluation;

/// <summary>A tile that a level between DRAM and the global buffer keeps, and how its tiles are walked.</summary>
/// <param name="M">Rows of A and Z, 1 or more.</param>
/// <param name="K">The part of the reduction, the same.</param>
/// <param name="N">Columns of B and Z, the same.</param>
/// <param name="Order">The loops over these tiles.</param>
public readonly record struct LevelTile(int M, int K, int N, DramLoopOrder Order);
