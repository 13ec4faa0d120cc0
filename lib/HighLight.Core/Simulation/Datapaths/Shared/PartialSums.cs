namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// The register files at the edge of the array: the tile of Z that stays while K is walked. The first product of a sum is written without a
/// read; a sum that leaves, done or not, is read once more.
/// </summary>
internal sealed class PartialSums
{
    /// <summary>Banks of a register file, each of one read and one write port (sourced: the predecessor's artifact).</summary>
    public const int BanksPerFile = 16;

    private readonly int _stride;
    private readonly int _banks;
    private readonly int[] _sums;
    private readonly CompressionUnit _output;
    private readonly SpilledSums? _spilled;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private int _fromM;
    private int _toM;
    private int _fromN;
    private int _toN;

    /// <param name="job">The job.</param>
    /// <param name="rows">Rows of the largest tile.</param>
    /// <param name="columns">Columns of the largest tile.</param>
    /// <param name="output">Where finished sums leave.</param>
    /// <param name="spilled">Where those leave that are not done; null where none do.</param>
    /// <param name="counters">Actions.</param>
    public PartialSums(DatapathJob job, int rows, int columns, CompressionUnit output, SpilledSums? spilled, ActionCounters counters)
    {
        _stride = columns;
        _banks = job.Design.Accumulation.Files * BanksPerFile;
        _sums = new int[checked(rows * columns)];
        _output = output;
        _spilled = spilled;
        _counters = counters;
        _probe = job.Probe;
    }

    /// <summary>The array turns to a tile of Z: new, or as it was left.</summary>
    public void Enter(int fromM, int toM, int fromN, int toN, bool isNew)
    {
        (_fromM, _toM, _fromN, _toN) = (fromM, toM, fromN, toN);
        if (isNew)
        {
            _sums.AsSpan().Clear();
            return;
        }

        for (var m = fromM; m < toM && _spilled is not null; m++)
        {
            _spilled.Load(m, fromN, Row(m, fromN, toN - fromN));
        }
    }

    /// <summary>It turns away from the tile: finished sums go out, others to a level outside.</summary>
    public void Leave(bool isDone)
    {
        for (var m = _fromM; m < _toM; m++)
        {
            var sums = Row(m, _fromN, _toN - _fromN);
            if (isDone)
            {
                _counters.AccumulatorReads += sums.Length;
                _output.Take(m, _fromN, sums);
            }
            else
            {
                _spilled!.Store(m, _fromN, sums);
            }
        }
    }

    /// <summary>Sums of a row of Z, from a column of Z on.</summary>
    public Span<int> Row(int m, int n, int columns) => _sums.AsSpan(((m - _fromM) * _stride) + n - _fromN, columns);

    /// <summary>Each of some rows adds to one sum, which is new or not.</summary>
    /// <returns>Cycles that the array waits because rows share a bank.</returns>
    public int Add(int rows, bool isNew)
    {
        _counters.AccumulatorReads += isNew ? 0 : rows;
        _counters.AccumulatorWrites += rows;
        return ((rows + _banks - 1) / _banks) - 1;
    }

    public void Tell(int firstRow, int rows, int n)
    {
        for (var row = 0; row < rows && _probe is not null; row++)
        {
            _probe.Tell(
                "partial sums",
                Invariant($"file {row / BanksPerFile} bank {row % BanksPerFile}"),
                Invariant($"z[{firstRow + row},{n}] = {Row(firstRow + row, n, 1)[0]}"));
        }
    }
}
