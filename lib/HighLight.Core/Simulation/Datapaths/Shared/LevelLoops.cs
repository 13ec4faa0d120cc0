namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>The tile of one level on chip and the loops over such tiles.</summary>
/// <param name="TileM">Rows of A and Z, 1 or more; as many as the product has, or more, for all.</param>
/// <param name="TileK">The part of the reduction, the same.</param>
/// <param name="TileN">Columns of B and Z, the same.</param>
/// <param name="Order">The loops, outermost first: each dimension once.</param>
internal readonly record struct LevelLoops(int TileM, int TileK, int TileN, GemmLoop[] Order);
