using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>What the levels on chip hold of two operands as they are run: what tiles take, and the largest that fit.</summary>
internal sealed class BufferRoom
{
    private readonly Accelerator _design;
    private readonly OperandTraffic _a;
    private readonly OperandTraffic _b;
    private readonly StorageLevel _buffer;
    private readonly double _dataBitsOfA;
    private readonly double _dataBitsOfB;
    private readonly double _metadataBitsOfA;
    private readonly double _metadataBitsOfB;

    public BufferRoom(Accelerator design, OperandExecution a, OperandExecution b, OperandTraffic trafficA, OperandTraffic trafficB)
    {
        (_design, _a, _b, _buffer) = (design, trafficA, trafficB, design.GlobalBuffer);

        // What passes the global buffer by takes none of it.
        var (keepsA, keepsB) = (Kept(_buffer, KeptOperands.A), Kept(_buffer, KeptOperands.B));
        (_dataBitsOfA, _dataBitsOfB) = (keepsA * a.StoredShare * design.WordBits, keepsB * b.StoredShare * design.WordBits);
        (_metadataBitsOfA, _metadataBitsOfB) = (keepsA * a.MetadataBitsPerValue, keepsB * b.MetadataBitsPerValue);
        StoredBitsOfA = (a.StoredShare * design.WordBits, a.MetadataBitsPerValue);
        StoredBitsOfB = (b.StoredShare * design.WordBits, b.MetadataBitsPerValue);
    }

    private (double Data, double Metadata) StoredBitsOfA { get; }

    private (double Data, double Metadata) StoredBitsOfB { get; }

    /// <summary>Bytes of the global buffer that its tiles of A and B take; Z is asked for by <see cref="Need"/>.</summary>
    public (double DataBytes, double MetadataBytes) NeedOfBuffer(in Mapping mapping)
    {
        double a = _a.InBuffer(mapping.TileM, mapping.TileK), b = _b.InBuffer(mapping.TileN, mapping.TileK);
        var z = _buffer.Holds(KeptOperands.Z) ? BitsOfZ(mapping.TileM, mapping.TileN, mapping.SpillsZ) : 0;
        return (((a * _dataBitsOfA) + (b * _dataBitsOfB) + z) / 8, ((a * _metadataBitsOfA) + (b * _metadataBitsOfB)) / 8);
    }

    /// <summary>Bytes that the tiles of any level on chip take: a tile larger than the GEMM is all of it.</summary>
    public (double DataBytes, double MetadataBytes) Need(in Workloads.Gemm gemm, in Mapping mapping, int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, _design.Levels.Count);
        var (tile, storage) = (mapping.TileOf(level), _design.Levels[level]);
        int m = Math.Min(gemm.M, tile.M), k = Math.Min(gemm.K, tile.K), n = Math.Min(gemm.N, tile.N);
        if (level == _design.Levels.Count - 1)
        {
            return NeedOfBuffer(new Mapping(m, k, n, tile.Order) { SpillsZ = mapping.SpillsZ });
        }

        var a = Kept(storage, KeptOperands.A) * _a.InLevel(m, k, mapping.TileK);
        var b = Kept(storage, KeptOperands.B) * _b.InLevel(n, k, mapping.TileK);
        var z = Kept(storage, KeptOperands.Z) * BitsOfZ(m, n, mapping.SpillsZ);
        return (
            ((a * StoredBitsOfA.Data) + (b * StoredBitsOfB.Data) + z) / 8,
            ((a * StoredBitsOfA.Metadata) + (b * StoredBitsOfB.Metadata)) / 8);
    }

    public bool Fits(in Mapping mapping)
    {
        var (data, metadata) = NeedOfBuffer(mapping);
        return data <= _buffer.CapacityBytes && metadata <= _buffer.MetadataCapacityBytes;
    }

    public double MostOfK(int tileM, int tileN)
    {
        double a = _a.InBufferPerColumn(tileM), b = _b.InBufferPerColumn(tileN);
        var data = ((a * _dataBitsOfA) + (b * _dataBitsOfB)) / 8;
        var metadata = ((a * _metadataBitsOfA) + (b * _metadataBitsOfB)) / 8;
        return Math.Min(
            data == 0 ? double.PositiveInfinity : _buffer.CapacityBytes / data,
            metadata == 0 ? double.PositiveInfinity : _buffer.MetadataCapacityBytes / metadata);
    }

    public int LargestBeside(int other, int tileK, int most, bool isM)
    {
        if (_a.IsImage || _b.IsImage || _buffer.Holds(KeptOperands.Z))
        {
            return LargestByBisection(other, tileK, most, isM);
        }

        // Need grows by the same amount with each row; the last step settles what rounding leaves open.
        double a = _a.InBuffer(1, tileK), b = _b.InBuffer(1, tileK);
        var fits = isM
            ? Math.Min(
                Left(_buffer.CapacityBytes * 8.0, b * _dataBitsOfB, a * _dataBitsOfA),
                Left(_buffer.MetadataCapacityBytes * 8.0, b * _metadataBitsOfB, a * _metadataBitsOfA))
            : Math.Min(
                Left(_buffer.CapacityBytes * 8.0, a * _dataBitsOfA, b * _dataBitsOfB),
                Left(_buffer.MetadataCapacityBytes * 8.0, a * _metadataBitsOfA, b * _metadataBitsOfB));
        var tile = (int)Math.Clamp(fits, 0, most);
        while (tile > 0 && !FitsBeside(tile, other, tileK, isM))
        {
            tile--;
        }

        return tile;

        double Left(double bits, double beside, double own)
        {
            var left = bits - (other * beside);
            return left < 0 ? 0 : own == 0 ? most : left / own;
        }
    }

    private static int Kept(StorageLevel level, KeptOperands operand) => level.Holds(operand) ? 1 : 0;

    private double BitsOfZ(double m, double n, bool spills) => m * n * (spills ? _design.SpilledSumBits : _design.WordBits);

    private bool FitsBeside(int tile, int other, int tileK, bool isM) =>
        Fits(isM ? new Mapping(tile, tileK, other, default) : new Mapping(other, tileK, tile, default));

    private int LargestByBisection(int other, int tileK, int most, bool isM)
    {
        if (FitsBeside(most, other, tileK, isM))
        {
            return most;
        }

        int fits = 0, fails = most;
        while (fails - fits > 1)
        {
            var middle = fits + ((fails - fits) / 2);
            (fits, fails) = FitsBeside(middle, other, tileK, isM) ? (middle, fails) : (fits, middle);
        }

        return fits;
    }
}
