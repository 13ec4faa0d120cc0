using HighLight.Evaluation;
using HighLight.Experiments.Breakdown;

namespace HighLight.Experiments.Sensitivity;

/// <summary>A design against a rival on one cell, under one setting.</summary>
/// <param name="Parameter">The varied parameter.</param>
/// <param name="Setting">Its value.</param>
/// <param name="Varied">False where the value is the default.</param>
/// <param name="Cell">The operands.</param>
/// <param name="Rival">The design compared with.</param>
/// <param name="Own">What the first design gives.</param>
/// <param name="Other">What the rival gives.</param>
/// <param name="DefaultRatio">The ratio of EDPs with all parameters at their defaults.</param>
internal sealed record SensitivityRow(
    string Parameter, string Setting, bool Varied, OperandCell Cell, string Rival, EvaluationResult Own, EvaluationResult Other, double DefaultRatio)
{
    public double EdpRatio => Own.EdpPjCycles / Other.EdpPjCycles;

    public double EnergyRatio => Own.EnergyPj / Other.EnergyPj;

    public double CyclesRatio => Own.Cycles / Other.Cycles;

    public double Change => (EdpRatio / DefaultRatio) - 1;
}
