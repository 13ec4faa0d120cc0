using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>
/// An accelerator as data: its array, its storage from the multipliers out to DRAM, and what it makes of zeros. One engine evaluates all of
/// them; a variant is a <c>with</c>, and <see cref="Problems"/> says what is wrong with one.
/// </summary>
public sealed record Accelerator
{
    /// <summary>The widest word that can be described.</summary>
    public const int MaxWordBits = 64;

    /// <summary>The short name, for example <c>HighLight</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence, with the tag of the facts.</summary>
    public required string Description { get; init; }

    /// <summary>Bits of an operand word, 1..<see cref="MaxWordBits"/>. To change it together with what depends on it, use <see cref="WithWordBits"/>.</summary>
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

    /// <summary>
    /// The storage from the outermost level inwards, 2..<see cref="StorageLevel.MaxLevels"/>: DRAM first, the buffer that feeds the array last.
    /// Default: <see cref="StorageLevel.Dram"/> and <see cref="StorageLevel.GlobalBuffer"/>.
    /// </summary>
    public StorageLevels Levels { get; init; } = [StorageLevel.Dram, StorageLevel.GlobalBuffer];

    /// <summary>The last of <see cref="Levels"/>, which feeds the array; setting it replaces that level.</summary>
    public StorageLevel GlobalBuffer
    {
        get => Levels[Levels.Count - 1];
        init => Levels = Levels.With(Levels.Count - 1, value);
    }

    /// <summary>The first of <see cref="Levels"/>, which holds everything; setting it replaces that level.</summary>
    public StorageLevel Dram
    {
        get => Levels[0];
        init => Levels = Levels.With(0, value);
    }

    /// <summary>What it makes of A's zeros.</summary>
    public OperandSupport A { get; init; } = OperandSupport.DenseOnly;

    /// <summary>What it makes of B's zeros.</summary>
    public OperandSupport B { get; init; } = OperandSupport.DenseOnly;

    /// <summary>How zeros become saved cycles.</summary>
    public SkippingScheme Skipping { get; init; } = new SkippingScheme.Structured();

    /// <summary>
    /// Bits of a partial sum that leaves the register files: two words multiplied, and eight more for the products added up (assumed), or an
    /// accumulator where that is wider. What an access of the files is charged for may be less (<see cref="AccumulationBuffer.AccumulatorBits"/>).
    /// </summary>
    public int SpilledSumBits => Math.Max(Accumulation.AccumulatorBits, (2 * WordBits) + 8);

    /// <summary>How the sparsity hardware is counted. What it is follows from all the rest.</summary>
    public SafAccounting SafAccounting { get; init; } = new();

    /// <summary>The sparsity hardware that follows from array, words, families and every rank of them: its area, and its energy for each action.</summary>
    /// <exception cref="InvalidDesignException">The design breaks a rule.</exception>
    public ImmutableArray<SafUnit> Safs
    {
        get
        {
            ThrowIfInvalid();
            return CountSafs();
        }
    }

    /// <summary>Whether Z is written compressed where that is smaller.</summary>
    public bool CompressesOutput { get; init; }

    /// <summary>
    /// The design with words of another width: registers and accumulators at least as wide. The buffers keep their bytes, so they hold fewer or
    /// more words.
    /// </summary>
    /// <param name="bits">Bits of an operand word, 1..<see cref="MaxWordBits"/>; the technology table decides for which there is a multiplier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is outside its range.</exception>
    public Accelerator WithWordBits(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaxWordBits);
        return this with
        {
            WordBits = bits,
            Registers = Registers with { AccessBits = Math.Max(bits, Registers.AccessBits) },
            Accumulation = Accumulation with { AccumulatorBits = Math.Max(bits, Accumulation.AccumulatorBits) },
        };
    }

    /// <summary>
    /// Everything that is wrong with the design: values outside their range, parts that contradict each other. Empty for a design that can be
    /// evaluated, simulated and laid out.
    /// </summary>
    public ImmutableArray<DesignProblem> Problems()
    {
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(Name))
        {
            problems.Add(nameof(Name), "empty", "a name");
        }

        problems.Within(nameof(WordBits), WordBits, 1, MaxWordBits);
        problems.Part(nameof(Array), Array, part => part.Check(problems, nameof(Array)));
        problems.Part(nameof(Registers), Registers, part => part.Check(problems, nameof(Registers)));
        problems.Part(nameof(Accumulation), Accumulation, part => part.Check(problems, nameof(Accumulation)));
        CheckLevels(problems);
        problems.Part(nameof(A), A, part => part.Check(problems, nameof(A)));
        problems.Part(nameof(B), B, part => part.Check(problems, nameof(B)));
        problems.Part(nameof(Skipping), Skipping, part => part.Check(problems, nameof(Skipping), this));
        problems.Part(nameof(SafAccounting), SafAccounting, part => part.Check(problems, nameof(SafAccounting)));
        CheckReuse(problems);
        return problems.All;
    }

    /// <summary><see cref="Safs"/> of a design that is known to break no rule.</summary>
    internal ImmutableArray<SafUnit> CountSafs() => SafAccounting.Count(Skipping.Hardware(this));

    /// <summary>Refuses a design that has any of <see cref="Problems"/>.</summary>
    internal void ThrowIfInvalid()
    {
        if (Problems() is { IsEmpty: false } problems)
        {
            throw new InvalidDesignException(this, problems);
        }
    }

    /// <summary>What one read from the buffer serves waits in the register files for its sums, and covers what the array takes at once.</summary>
    private void CheckReuse(ProblemList problems)
    {
        if (Array is null || Accumulation is null)
        {
            return;
        }

        Check(nameof(ReuseOfA), ReuseOfA, Array.SpatialN, nameof(Array.SpatialN), Accumulation.TileN, nameof(Accumulation.TileN));
        Check(nameof(ReuseOfB), ReuseOfB, Array.SpatialM, nameof(Array.SpatialM), Accumulation.TileM, nameof(Accumulation.TileM));

        void Check(string path, int value, int least, string space, int most, string tile)
        {
            if (value < Math.Max(1, least) || value > most)
            {
                problems.Add(
                    path,
                    value,
                    Invariant($"{Math.Max(1, least)}..{most}"),
                    $"At least what the array takes at once ({nameof(Array)}.{space}), at most what the register files keep ({nameof(Accumulation)}.{tile}).");
            }
        }
    }

    private void CheckLevels(ProblemList problems)
    {
        if (Levels is null || Levels.Count is < 2 or > StorageLevel.MaxLevels)
        {
            problems.Add(
                nameof(Levels),
                Levels is null ? "missing" : Invariant($"{Levels.Count} levels"),
                Invariant($"2..{StorageLevel.MaxLevels} levels"),
                "DRAM outside, the buffer that feeds the array inside.");
            return;
        }

        for (var i = 0; i < Levels.Count; i++)
        {
            var (path, isOutermost) = (PathOf(i), i == 0);
            problems.Part(path, Levels[i], level => level.Check(problems, path, isOutermost));
        }

        foreach (var twice in Levels.Where(level => level is not null).GroupBy(level => level.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            problems.Add(nameof(Levels), twice.Key, "a name once", "Results name levels: give each its own.");
        }

        CheckMetadata(problems);
    }

    /// <summary>The innermost and the outermost level by what they are called in code, the others by name.</summary>
    private string PathOf(int level) => level == 0 ? nameof(Dram)
        : level == Levels.Count - 1 ? nameof(GlobalBuffer)
        : Invariant($"{nameof(Levels)}[{Levels[level]?.Name ?? level.ToString(System.Globalization.CultureInfo.InvariantCulture)}]");

    /// <summary>Compressed operands need a place for their metadata.</summary>
    private void CheckMetadata(ProblemList problems)
    {
        for (var i = 1; i < Levels.Count; i++)
        {
            if (Levels[i] is { MetadataCapacityBytes: 0 } level
                && ((level.Holds(KeptOperands.A) && Compresses(A)) || (level.Holds(KeptOperands.B) && Compresses(B))))
            {
                problems.Add(
                    $"{PathOf(i)}.{nameof(StorageLevel.MetadataCapacityBytes)}",
                    0,
                    "1 row or more",
                    "An operand is stored compressed: give its metadata a buffer, or set its formats to None.");
            }
        }

        static bool Compresses(OperandSupport? support) => support is not null && (support.UnstructuredFormat != CompressionKind.None
            || (!support.Families.IsDefaultOrEmpty && support.StructuredFormat != CompressionKind.None));
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
