using System.Collections.Immutable;
using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>Adds up the area of a design from the technology table.</summary>
public static class AreaModel
{
    private const double Um2PerMm2 = 1e6;

    /// <summary>The area of <paramref name="design"/>.</summary>
    /// <exception cref="InvalidDesignException">The design breaks a rule.</exception>
    /// <exception cref="MissingTechnologyException">The table lacks the area of a component.</exception>
    public static AreaBreakdown Of(Accelerator design, TechnologyTable technology)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(technology);
        design.ThrowIfInvalid();
        var gates = new GateLibrary(technology);
        var multipliers = design.Array.Multipliers;
        var registers = design.Registers;
        var parts = ImmutableArray.CreateBuilder<AreaComponent>();
        Add("multipliers", multipliers * technology.AreaUm2(new(Components.Mac, design.WordBits)));

        // A register file serves many multipliers; plain registers stand beside each.
        Add("operand registers", registers.Component == Components.OperandRegister
            ? multipliers * technology.AreaUm2(new(registers.Component, registers.AccessBits))
            : design.Accumulation.Files * technology.AreaUm2(new(registers.Component, registers.AccessBits, registers.SizeBytes)));
        if (registers.AccumulatorAccessesPerMac > 0)
        {
            Add("local accumulators", multipliers * technology.AreaUm2(new(Components.OperandRegister, design.Accumulation.AccumulatorBits)));
        }

        Add("partial-sum register files", design.Accumulation.Files * technology.AreaUm2(design.Accumulation.FileKey));
        for (var i = design.Levels.Count - 1; i > 0; i--)
        {
            var level = design.Levels[i];
            var isInnermost = i == design.Levels.Count - 1;
            Add(isInnermost ? "global buffer" : level.Name, technology.AreaUm2(level.DataKey));
            if (level.MetadataKey is { } metadata)
            {
                Add(isInnermost ? "metadata buffer" : $"{level.Name} metadata", technology.AreaUm2(metadata));
            }
        }

        foreach (var saf in design.CountSafs())
        {
            parts.Add(new(saf.Name, saf.Instances * gates.AreaUm2(saf.Gates) / Um2PerMm2, IsSaf: true));
        }

        return new(parts.ToImmutable());

        void Add(string name, double um2) => parts.Add(new(name, um2 / Um2PerMm2, IsSaf: false));
    }
}
