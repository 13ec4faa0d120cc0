namespace HighLight.Simulation;

/// <summary>How often a part of a datapath took an action that the analytical model does not count.</summary>
/// <param name="Part">The part, for example <c>VFMU</c>.</param>
/// <param name="Action">The action, for example <c>row fetches</c>.</param>
/// <param name="Count">How often.</param>
public readonly record struct PartEvent(string Part, string Action, long Count);
