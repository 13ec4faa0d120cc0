namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>What one level of storage moved of one operand.</summary>
internal sealed class OperandCounters
{
    public long ReadWords { get; private set; }

    public long WriteWords { get; private set; }

    public long ReadBits { get; private set; }

    public long WriteBits { get; private set; }

    /// <summary>Words and metadata bits leave the level.</summary>
    public void Read(long words, long bits) => (ReadWords, ReadBits) = (ReadWords + words, ReadBits + bits);

    /// <summary>They come in.</summary>
    public void Write(long words, long bits) => (WriteWords, WriteBits) = (WriteWords + words, WriteBits + bits);
}
