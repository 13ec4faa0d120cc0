using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Evaluation;

/// <summary>Turns the counts of a design into energy, component by component.</summary>
internal sealed class EnergyModel
{
    private readonly Accelerator _design;
    private readonly EnergyRates _rates;
    private readonly double[] _valuesPassedOn;
    private readonly bool _compressesB;

    public EnergyModel(Accelerator design, EnergyRates rates, OperandExecution a, OperandExecution b)
    {
        (_design, _rates) = (design, rates);
        _compressesB = b.MetadataBitsPerValue > 0;
        _valuesPassedOn = [.. Enumerable.Range(0, rates.SafsPerSelectedBlockValue.Length).Select(rank => ValuesPassedOn(a.Served, rank))];
    }

    /// <summary>The energy of a bit read from DRAM.</summary>
    public double DramReadBit => _rates.Levels[0].ReadBit;

    /// <summary>The energy of a bit written to DRAM.</summary>
    public double DramWriteBit => _rates.Levels[0].WriteBit;

    /// <param name="counts">What happens.</param>
    /// <param name="macs">Multiplies of the dense product.</param>
    /// <param name="outputs">Values of Z.</param>
    /// <param name="wordsOfA">Words of A that the array takes.</param>
    /// <param name="wordsOfB">Words of B that the array takes.</param>
    /// <param name="valuesOfB">Values of B, stored or not, that the array takes.</param>
    public EnergyBreakdown Of(in AccessCounts counts, double macs, double outputs, double wordsOfA, double wordsOfB, double valuesOfB)
    {
        PerLevel<LevelEnergy> levels = default;
        levels[0] = new(OfOutermost(counts), 0);
        for (var level = 1; level < counts.LevelCount; level++)
        {
            levels[level] = OfLevel(counts.Level(level), _rates.Levels[level]);
        }

        return new EnergyBreakdown(
            Mac: (counts.MacsDone * _rates.Mac) + (counts.MacsGated * _rates.GatedMac),
            Registers: (counts.RegisterAccesses * _rates.Register)
                + (counts.LocalAccumulatorAccesses * _rates.LocalAccumulator)
                + (counts.RegisterMetadataBits * _rates.RegisterMetadataBit),
            Accumulation: (counts.AccumulatorReads * _rates.AccumulatorRead) + (counts.AccumulatorWrites * _rates.AccumulatorWrite),
            Safs: Safs(counts.MacsDone + counts.MacsGated, macs, outputs, wordsOfA, wordsOfB, valuesOfB),
            counts.LevelCount,
            levels);
    }

    private LevelEnergy OfLevel(in LevelAccesses accesses, LevelRates rates)
    {
        var bytesPerWord = _design.WordBits / 8.0;
        var sums = ((accesses.SumsRead * rates.ReadByte) + (accesses.SumsWritten * rates.WriteByte)) * _design.SpilledSumBits / 8;
        return new(
            (bytesPerWord
                * (((accesses.A.ReadWords + accesses.B.ReadWords + accesses.Z.ReadWords) * rates.ReadByte)
                    + ((accesses.FilledWords + accesses.Z.WriteWords) * rates.WriteByte)))
                + sums,
            (accesses.ReadMetadataBits * rates.MetadataReadBit) + (accesses.WriteMetadataBits * rates.MetadataWriteBit));
    }

    /// <summary>By the bit, data and metadata alike.</summary>
    private double OfOutermost(in AccessCounts counts)
    {
        ref readonly var accesses = ref counts.Dram;
        var rates = _rates.Levels[0];
        var charges = _design.Dram.ChargesMetadata;
        var metadata = charges ? accesses.ReadMetadataBits + counts.ShortcutReadMetadataBits + accesses.WriteMetadataBits : 0;
        var written = (accesses.Z.WriteWords * _design.WordBits) + (charges ? accesses.WriteMetadataBits : 0) + (accesses.SumsWritten * _design.SpilledSumBits);
        var words = accesses.A.ReadWords + accesses.B.ReadWords + counts.ShortcutReadWords + accesses.Z.WriteWords;
        var bits = (words * _design.WordBits) + metadata + ((accesses.SumsWritten + accesses.SumsRead) * _design.SpilledSumBits);
        return (bits * rates.ReadBit) + (written * (rates.WriteBit - rates.ReadBit));
    }

    private double Safs(double multiplies, double macs, double outputs, double wordsOfA, double wordsOfB, double valuesOfB)
    {
        var rowsOfB = wordsOfB * _design.WordBits / 8 / _design.GlobalBuffer.RowBytes;
        return (multiplies * _rates.SafsPerMultiply)
            + SelectedBlocks(multiplies)
            + (wordsOfA * _rates.SafsPerWordOfA)
            + (rowsOfB * _rates.SafsPerRowOfB)
            + (_compressesB ? rowsOfB * _rates.SafsPerCompressedRowOfB : 0)
            + (valuesOfB * _rates.SafsPerValueOfB)
            + (outputs * _rates.SafsPerWordOfZ)
            + (macs * _rates.SafsPerDenseMultiply);
    }

    /// <summary>A selection of a rank passes on whole payloads, of which the ranks below pick what they keep.</summary>
    private double SelectedBlocks(double multiplies)
    {
        double energy = 0;
        for (var rank = 0; rank < _rates.SafsPerSelectedBlockValue.Length; rank++)
        {
            energy += multiplies * _valuesPassedOn[rank] * _rates.SafsPerSelectedBlockValue[rank];
        }

        return energy;
    }

    /// <summary>Values of a selected payload for each value that is multiplied.</summary>
    private static double ValuesPassedOn(HssPattern? served, int rank)
    {
        double values = 1;
        for (var below = 0; below < Math.Min(rank, served?.RankCount ?? 0); below++)
        {
            values *= 1 / served![below].Density.ToDouble();
        }

        return values;
    }
}
