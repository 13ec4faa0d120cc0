using HighLight.Hardware;
using HighLight.Technology;

namespace HighLight.Evaluation;

/// <summary>The energies of one level of storage, in pJ. A level that is charged by the bit moves data and metadata alike.</summary>
internal sealed record LevelRates
{
    public LevelRates(StorageLevel level, TechnologyTable technology)
    {
        var data = level.DataKey;
        ReadBit = technology.EnergyPj(data, Actions.Read) / data.WidthBits;
        WriteBit = technology.EnergyPj(data, Actions.Write) / data.WidthBits;
        ReadByte = technology.EnergyPj(data, Actions.Read) / level.RowBytes;
        WriteByte = technology.EnergyPj(data, Actions.Write) / level.RowBytes;
        if (level.ChargesMetadata && level.MetadataKey is { } metadata)
        {
            MetadataReadBit = technology.EnergyPj(metadata, Actions.Read) / metadata.WidthBits;
            MetadataWriteBit = technology.EnergyPj(metadata, Actions.Write) / metadata.WidthBits;
        }
    }

    public double ReadBit { get; }

    public double WriteBit { get; }

    public double ReadByte { get; }

    public double WriteByte { get; }

    public double MetadataReadBit { get; }

    public double MetadataWriteBit { get; }
}
