namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>What the global buffer holds: a tile of A, M×K, and one of B, K×N.</summary>
/// <param name="FromM">The first row of A.</param>
/// <param name="ToM">The row behind the last.</param>
/// <param name="FromN">The first column of B.</param>
/// <param name="ToN">The column behind the last.</param>
/// <param name="FromK">Where the part of the reduction begins.</param>
/// <param name="ToK">Behind its end.</param>
internal readonly record struct TileBounds(int FromM, int ToM, int FromN, int ToN, int FromK, int ToK);
