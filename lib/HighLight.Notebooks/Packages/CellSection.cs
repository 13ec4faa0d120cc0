namespace HighLight.Notebooks.Packages;

/// <summary>A part of a cell that runs on its own. The parts of a cell run in order.</summary>
/// <param name="Line">Its first line, from 1 within the cell.</param>
public abstract record CellSection(int Line);
