using HighLight.Hardware;
using HighLight.Technology;

namespace HighLight.Experiments.Sensitivity;

/// <summary>One value of a parameter of the model, as what it changes of every design and of the technology.</summary>
/// <param name="Label">The value, for example <c>24 bits</c>.</param>
public sealed record Setting(string Label)
{
    /// <summary>The change of a design; it leaves alone designs that lack what is changed. Default: none.</summary>
    public Func<Accelerator, Accelerator> Design { get; init; } = design => design;

    /// <summary>The change of the technology. Default: none.</summary>
    public Func<TechnologyTable, TechnologyTable> Technology { get; init; } = technology => technology;
}
