using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>
/// An accelerator as data: its array, its storage from the multipliers out to DRAM, what it makes of zeros, and its sparsity hardware. One engine evaluates all of
/// them; a variant is a <c>with</c>.
/// </summary>
public sealed record Accelerator
{
    /// <summary>The short name, for example <c>HighLight</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence, with the tag of the facts.</summary>
    public required string Description { get; init; }

    /// <summary>Bits of an operand word. To change it together with what depends on it, use <see cref="WithWordBits"/>.</summary>
    public int WordBits { get; init; } = 8;

    /// <summary>The multipliers.</summary>
    public required ComputeArray Array { get; init; }

    /// <summary>The registers beside the multipliers.</summary>
    public OperandRegisters Registers { get; init; } = OperandRegisters.StationaryA;

    /// <summary>The partial sums.</summary>
    public required AccumulationBuffer Accumulation { get; init; }

    /// <summary>Columns of N that one read of a word of A from the global buffer serves.</summary>
    public required int ReuseOfA { get; init; }

    /// <summary>Rows of M that one read of a word of B from the global buffer serves.</summary>
    public required int ReuseOfB { get; init; }

    /// <summary>The global buffer.</summary>
    public GlobalBuffer GlobalBuffer { get; init; } = new();

    /// <summary>DRAM.</summary>
    public DramChannel Dram { get; init; } = new();

    /// <summary>What it makes of A's zeros.</summary>
    public OperandSupport A { get; init; } = OperandSupport.DenseOnly;

    /// <summary>What it makes of B's zeros.</summary>
    public OperandSupport B { get; init; } = OperandSupport.DenseOnly;

    /// <summary>How zeros become saved cycles.</summary>
    public SkippingScheme Skipping { get; init; } = new SkippingScheme.Structured();

    /// <summary>Sparsity hardware: its area, and its energy for each action.</summary>
    public ImmutableArray<SafUnit> Safs { get; init; } = [];

    /// <summary>Whether Z is written compressed where that is smaller.</summary>
    public bool CompressesOutput { get; init; }

    /// <summary>
    /// The design with words of another width: registers and accumulators at least as wide, sparsity hardware in proportion (its word-wide parts truly, its
    /// offset decoders to be cautious). The buffers keep their bytes, so they hold fewer or more words.
    /// </summary>
    /// <param name="bits">Bits of an operand word, 1 or more; the technology table decides for which there is a multiplier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is below 1.</exception>
    public Accelerator WithWordBits(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        var factor = (double)bits / WordBits;
        return this with
        {
            WordBits = bits,
            Registers = Registers with { AccessBits = Math.Max(bits, Registers.AccessBits) },
            Accumulation = Accumulation with { AccumulatorBits = Math.Max(bits, Accumulation.AccumulatorBits) },
            Safs = [.. Safs.Select(saf => saf with { Gates = factor * saf.Gates, Switched = factor * saf.Switched })],
        };
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
