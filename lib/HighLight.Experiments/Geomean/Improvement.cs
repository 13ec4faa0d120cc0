using HighLight.Experiments.Sweep;

namespace HighLight.Experiments.Geomean;

/// <summary>By what factor the subject is better than another design in one cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Design">The other design.</param>
/// <param name="Factor">The other's value over the subject's: above 1 where the subject is better.</param>
internal readonly record struct Improvement(SweepCell Cell, string Design, double Factor);
