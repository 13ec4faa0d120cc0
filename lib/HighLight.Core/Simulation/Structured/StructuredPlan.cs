using HighLight.Evaluation;
using HighLight.Formats;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Simulation.Structured;

/// <summary>The sizes of a structured datapath for one pair of operands, checked: everything that it does not have is named at once.</summary>
internal sealed record StructuredPlan
{
    private readonly Accelerator _design;

    private StructuredPlan(SimulationSetup setup)
    {
        _design = setup.Design;
        var (a, b) = (setup.Evaluator.A, setup.Evaluator.B);
        PatternA = Structure(a);
        PatternB = Structure(b);
        BitmaskOfB = PatternB is null && b.MetadataBitsPerValue > 0;
        GatesB = b.GatesZeros;
        var lanes = (Fraction)_design.Array.SpatialK;
        var step = lanes / ((PatternA?.Density ?? Fraction.One) * (PatternB?.Density ?? Fraction.One));
        StepLength = (int)Math.Floor(step.ToDouble() + 1e-6);
        EntriesPerRow = (int)Math.Ceiling(StepLength * (PatternA?.Density ?? Fraction.One).ToDouble());
        RowWords = Math.Max(1, _design.GlobalBuffer.RowBytes * 8 / Math.Max(1, _design.WordBits));
        FetchBufferWords = setup.Request.Parameters.FetchBufferWords ?? (RowWords + Math.Max(RowWords, MostWordsOfB));
    }

    /// <summary>The pattern that A's registers follow; null where A is dense.</summary>
    public HssPattern? PatternA { get; }

    /// <summary>The pattern of B's columns; null where it has none.</summary>
    public HssPattern? PatternB { get; }

    /// <summary>Whether B is stored with a bitmask.</summary>
    public bool BitmaskOfB { get; }

    /// <summary>Whether zeros of B gate their multiplies.</summary>
    public bool GatesB { get; }

    /// <summary>Positions of K that a step of the array covers.</summary>
    public int StepLength { get; }

    /// <summary>Values of A that a row of the array holds in a step.</summary>
    public int EntriesPerRow { get; }

    /// <summary>Words of a row of the global buffer.</summary>
    public int RowWords { get; }

    /// <summary>Words that the VFMU buffers.</summary>
    public int FetchBufferWords { get; }

    /// <summary>The most words of B that one cycle takes.</summary>
    public int MostWordsOfB => PatternB is null ? StepLength : (int)(StepLength * PatternB.Density.ToDouble());

    /// <summary>Checks a request.</summary>
    /// <exception cref="UnsupportedDatapathException">The datapath does not have what it asks for.</exception>
    public static StructuredPlan Of(SimulationSetup setup)
    {
        var plan = new StructuredPlan(setup);
        var problems = plan.Problems(setup).ToArray();
        return problems.Length == 0 ? plan : throw new UnsupportedDatapathException(setup.Design, problems);
    }

    /// <summary>The format in which a part of K of operand A lies in DRAM and in the buffer.</summary>
    public SparseFormat FormatOfA(int lengthK) => PatternA is null ? new UncompressedFormat() : Offsets(PatternA, lengthK, _design.A);

    /// <summary>The format of a step of operand B.</summary>
    public SparseFormat FormatOfB(int lengthK) => PatternB is not null ? Offsets(PatternB, lengthK, _design.B)
        : BitmaskOfB ? new BitmaskFormat()
        : new UncompressedFormat();

    /// <summary>Positions that <paramref name="lengthK"/> values fill up to, with whole groups of both operands.</summary>
    public int Padded(int lengthK)
    {
        var groups = Math.Max(Group(PatternA), Group(PatternB));
        return (int)((lengthK + groups - 1) / groups * groups);
    }

    private static HssPattern? Structure(OperandExecution operand) => operand.Served is { IsDense: false } served ? served : null;

    private static long Group(HssPattern? pattern) => pattern is null ? 1 : (long)pattern.GroupSize;

    private static HssFormat Offsets(HssPattern pattern, int lengthK, OperandSupport support) => new(
        new HssLayout(pattern, lengthK),
        [.. Enumerable.Range(0, pattern.RankCount).Reverse().Select(rank => pattern[rank].IsDense ? 0 : OperandExecution.StoredOffsetBits(support, pattern, rank))]);

    private IEnumerable<string> Problems(SimulationSetup setup)
    {
        var (array, registers, mapping) = (_design.Array, _design.Registers, setup.Mapping);
        if (_design.WordBits < 8 || _design.GlobalBuffer.RowBytes * 8 % _design.WordBits != 0)
        {
            yield return Invariant($"Operands of 8 bits and rows of {_design.GlobalBuffer.RowBytes} bytes do not go with words of {_design.WordBits} bits: take 8, 16 or 32.");
        }

        if (array.SpatialN != 1)
        {
            yield return Invariant($"One column of B is broadcast a cycle, so SpatialN must be 1, not {array.SpatialN}.");
        }

        if (registers is not { ReadsPerMacOfA: 1, ReadsPerMacOfB: 0, WritesPerWordOfA: 1, WritesPerWordOfB: 0, AccumulatorAccessesPerMac: 0 })
        {
            yield return "A stays in the registers and B is broadcast: the registers must be OperandRegisters.StationaryA in their accesses.";
        }

        if (_design.ReuseOfB != array.SpatialM || array.SpatialM > _design.Accumulation.TileM || _design.ReuseOfA > _design.Accumulation.TileN)
        {
            yield return Invariant($"Each word of B serves the rows of the array at once, and Z stays in the register files: ReuseOfB ({_design.ReuseOfB}) must be SpatialM ({array.SpatialM}), which with ReuseOfA ({_design.ReuseOfA}) must fit the {_design.Accumulation.TileM}×{_design.Accumulation.TileN} tile of Accumulation.");
        }

        foreach (var problem in OperandProblems("A", _design.A, setup.Evaluator.A, maySeeZeros: false).Concat(OperandProblems("B", _design.B, setup.Evaluator.B, maySeeZeros: true)))
        {
            yield return problem;
        }

        if (StepLength % Group(PatternA) != 0 || StepLength % Group(PatternB) != 0)
        {
            yield return Invariant($"A step of {array.SpatialK} lanes covers {StepLength} of K, which is no multiple of a group of {PatternA?.ToString() ?? "dense A"} × {PatternB?.ToString() ?? "dense B"}: choose SpatialK so that lanes are filled by whole groups.");
        }

        if (PatternA is not null && PatternB is not null && Payload(PatternB) % Group(PatternA) != 0)
        {
            yield return Invariant($"B ({PatternB}) must keep whole blocks of {Group(PatternA)} values, the groups of A ({PatternA}), so that both are skipped without intersection: put its rule on a rank above.");
        }

        if (FetchBufferWords < MostWordsOfB)
        {
            yield return Invariant($"The VFMU buffers {FetchBufferWords} words, but a cycle takes up to {MostWordsOfB}: enlarge DatapathParameters.FetchBufferWords.");
        }

        if (mapping.TileK < setup.Gemm.K && (mapping.TileM > array.SpatialM || mapping.TileN > _design.ReuseOfA))
        {
            yield return Invariant($"The mapping '{mapping}' cuts K, so one tile of Z must stay in the register files: take tiles of at most M{array.SpatialM} and N{_design.ReuseOfA}.");
        }

        if (mapping.TileK < setup.Gemm.K && (mapping.TileK % Group(PatternA) != 0 || mapping.TileK % Group(PatternB) != 0))
        {
            yield return Invariant($"The mapping '{mapping}' cuts groups of {PatternA?.ToString() ?? "dense A"} or {PatternB?.ToString() ?? "dense B"}: take a TileK of whole steps, a multiple of {StepLength}.");
        }
    }

    private static IEnumerable<string> OperandProblems(string name, OperandSupport support, OperandExecution operand, bool maySeeZeros)
    {
        if (Structure(operand) is not null && (support.StructuredZeros != ZeroAction.Skip || support.StructuredFormat != CompressionKind.Offsets))
        {
            yield return $"A structured operand {name} is skipped by its offsets: StructuredZeros must be Skip and StructuredFormat Offsets, not {support.StructuredZeros} and {support.StructuredFormat}.";
        }

        if (operand.SkipsAnyZeros)
        {
            yield return $"Zeros in any place are not skipped here: {name}.UnstructuredZeros must not be Skip; SkippingScheme.OuterProduct does that.";
        }

        if (!maySeeZeros && (operand.GatesZeros || (Structure(operand) is null && operand.MetadataBitsPerValue > 0)))
        {
            yield return $"Zeros of {name} in any place are data: {name}.UnstructuredZeros and {name}.UnstructuredFormat must be None.";
        }
    }

    /// <summary>Values below the lowest rank of a pattern that is not dense.</summary>
    private static long Payload(HssPattern pattern)
    {
        long payload = 1;
        for (var rank = 0; rank < pattern.RankCount && pattern[rank].IsDense; rank++)
        {
            payload *= pattern[rank].H;
        }

        return payload;
    }
}
