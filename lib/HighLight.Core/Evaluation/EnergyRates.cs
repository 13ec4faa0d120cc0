using System.Runtime.CompilerServices;
using HighLight.Hardware;
using HighLight.Technology;

namespace HighLight.Evaluation;

/// <summary>The energies of a design's actions, looked up once. A missing component is an error here, before anything is evaluated.</summary>
internal sealed record EnergyRates
{
    /// <summary>Designs and tables cannot change, so a pair's rates are worked out once while both live: sweeps ask for the same ones again and again.</summary>
    private static readonly ConditionalWeakTable<Accelerator, ConditionalWeakTable<TechnologyTable, EnergyRates>> Known = [];

    private EnergyRates(Accelerator design, TechnologyTable technology)
    {
        design.ThrowIfInvalid();
        var mac = new ComponentKey(Components.Mac, design.WordBits);
        Mac = technology.EnergyPj(mac, Actions.Compute);
        GatedMac = technology.EnergyPj(mac, Actions.GatedCompute);

        var registers = design.Registers;
        Register = technology.EnergyPj(new(registers.Component, registers.AccessBits, registers.SizeBytes), Actions.Read);
        LocalAccumulator = technology.EnergyPj(new(Components.OperandRegister, design.Accumulation.AccumulatorBits), Actions.Read);
        RegisterMetadataBit = registers.MetadataKey is { } key
            ? technology.EnergyPj(key, Actions.Read) / key.WidthBits
            : technology.EnergyPj(new(Components.OperandRegister, 8), Actions.Read) / 8;

        var file = design.Accumulation.FileKey;
        AccumulatorRead = technology.EnergyPj(file, Actions.Read);
        AccumulatorWrite = technology.EnergyPj(file, Actions.Write);

        Levels = [.. design.Levels.Select(level => new LevelRates(level, technology))];

        var gates = new GateLibrary(technology);
        var safs = design.CountSafs();
        SafsPerSelectedBlockValue = new double[safs.Where(saf => saf.Trigger == SafTrigger.SelectedBlockValue).Select(saf => saf.Rank + 1).DefaultIfEmpty(0).Max()];
        foreach (var saf in safs)
        {
            var energy = saf.ActionsPerTrigger * gates.EnergyPj(saf.Switched);
            switch (saf.Trigger)
            {
                case SafTrigger.Multiply:
                    SafsPerMultiply += energy;
                    break;
                case SafTrigger.WordOfA:
                    SafsPerWordOfA += energy;
                    break;
                case SafTrigger.RowOfB:
                    SafsPerRowOfB += energy;
                    break;
                case SafTrigger.WordOfZ:
                    SafsPerWordOfZ += energy;
                    break;
                case SafTrigger.CompressedRowOfB:
                    SafsPerCompressedRowOfB += energy;
                    break;
                case SafTrigger.ValueOfB:
                    SafsPerValueOfB += energy;
                    break;
                case SafTrigger.SelectedBlockValue:
                    SafsPerSelectedBlockValue[saf.Rank] += energy;
                    break;
                default:
                    SafsPerDenseMultiply += energy;
                    break;
            }
        }
    }

    /// <summary>The rates of a design with a table.</summary>
    /// <exception cref="InvalidDesignException">The design breaks a rule.</exception>
    /// <exception cref="MissingTechnologyException">The table lacks a component of the design.</exception>
    public static EnergyRates Of(Accelerator design, TechnologyTable technology)
    {
        var byTable = Known.GetOrCreateValue(design);
        return byTable.TryGetValue(technology, out var rates)
            ? rates
            : byTable.GetValue(technology, table => new(design, table));
    }

    public double Mac { get; }

    public double GatedMac { get; }

    public double Register { get; }

    public double LocalAccumulator { get; }

    public double RegisterMetadataBit { get; }

    public double AccumulatorRead { get; }

    public double AccumulatorWrite { get; }

    /// <summary>By level of the storage, outermost first.</summary>
    public LevelRates[] Levels { get; }

    public double SafsPerMultiply { get; }

    public double SafsPerWordOfA { get; }

    public double SafsPerRowOfB { get; }

    public double SafsPerWordOfZ { get; }

    public double SafsPerCompressedRowOfB { get; }

    public double SafsPerValueOfB { get; }

    /// <summary>By rank of the selection.</summary>
    public double[] SafsPerSelectedBlockValue { get; }

    public double SafsPerDenseMultiply { get; }
}
