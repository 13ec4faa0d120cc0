using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace HighLight.Workloads;

/// <summary>
/// Which inputs a convolution reads for runs of its output positions, in the order of the im2col matrix's columns: image by image, row by row. An input position is
/// counted once for each run, whatever the number of outputs and taps that read it, and stands for all channels of a group; padding is not counted, for it is not fetched.
/// </summary>
/// <remarks>
/// Worked example: a 3×3 filter with a padding of 1 over a 4×4 image has 4×4 outputs. The first row of outputs reads the first two rows of the image, 8 positions; the second
/// reads three rows, 12. All outputs together read 16; cut into four runs of a row each they read 8 + 12 + 12 + 8 = 40. A 1×1 filter with a stride of 2 reads a quarter of the image.
/// </remarks>
public sealed class InputFootprint
{
    /// <summary>The most runs that are looked at one by one.</summary>
    private const int MostRuns = 4096;

    /// <summary>The most lengths of tiles whose runs are remembered.</summary>
    private const int MostLengths = 4096;

    /// <summary>Convolutions cannot change, so a layer's footprint serves every design and pattern that it is evaluated with.</summary>
    private static readonly ConditionalWeakTable<Convolution, InputFootprint> Known = [];

    /// <summary>Searches ask for the same lengths again and again, and each may take thousands of runs.</summary>
    private readonly ConcurrentDictionary<int, (double Sum, long Largest)> _tiles = [];

    private readonly WindowAxis _rows;
    private readonly WindowAxis _columns;
    private readonly long _allColumns;
    private readonly long _image;

    /// <summary>The footprint of one group of a convolution.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <exception cref="InvalidOperationException">The geometry cannot be; every violation is listed.</exception>
    public InputFootprint(Convolution convolution)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        Gemm = convolution.GroupGemm();
        Channels = convolution.InputChannels / convolution.Groups;
        _rows = new(convolution.InputHeight, convolution.OutputHeight, convolution.KernelHeight, convolution.StrideHeight, convolution.DilationHeight, convolution.PadTop);
        _columns = new(convolution.InputWidth, convolution.OutputWidth, convolution.KernelWidth, convolution.StrideWidth, convolution.DilationWidth, convolution.PadLeft);
        _allColumns = _columns.Count(0, _columns.Outputs - 1);
        _image = _rows.Count(0, _rows.Outputs - 1) * _allColumns;
        Taps = convolution.Batch * _rows.Taps * _columns.Taps;
        Positions = convolution.Batch * _image;
    }

    /// <summary>The footprint of one group of a convolution, the same one again while the convolution lives.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <exception cref="InvalidOperationException">The geometry cannot be; every violation is listed.</exception>
    public static InputFootprint Of(Convolution convolution) => Known.GetValue(convolution, known => new(known));

    /// <summary>The product of one group; its N counts the output positions.</summary>
    public Gemm Gemm { get; }

    /// <summary>Channels of a group: values of an input position.</summary>
    public int Channels { get; }

    /// <summary>Input positions that any output reads.</summary>
    public long Positions { get; }

    /// <summary>Pairs of an output and a tap that read the image: the im2col matrix's columns times its taps, without padding.</summary>
    public long Taps { get; }

    private int PerImage => _rows.Outputs * _columns.Outputs;

    /// <summary>Input positions that a run of output positions reads.</summary>
    /// <param name="start">The first output position, from 0.</param>
    /// <param name="length">Output positions, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run leaves the output.</exception>
    public long OfRun(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Gemm.N - start);
        var offset = start % PerImage;
        if (length <= PerImage - offset)
        {
            return InImage(offset, offset + length - 1);
        }

        var rest = length - (PerImage - offset);
        return (offset == 0 ? _image : InImage(offset, PerImage - 1))
            + (rest / PerImage * _image)
            + (rest % PerImage == 0 ? 0 : InImage(0, (rest % PerImage) - 1));
    }

    /// <summary>The runs that cut all output positions into tiles: how many input positions they read together, and the most that one reads.</summary>
    /// <param name="length">Output positions of a tile, 1 or more; the last tile may be shorter.</param>
    /// <remarks>Exact where no more than 4096 tiles differ in their place within an image; otherwise from 4096 of them, evenly spread.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public (double Sum, long Largest) OfTiles(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (_tiles.TryGetValue(length, out var known))
        {
            return known;
        }

        var found = RunsOf(length);
        if (_tiles.Count < MostLengths)
        {
            _tiles.TryAdd(length, found);
        }

        return found;
    }

    private (double Sum, long Largest) RunsOf(int length)
    {
        var tiles = ((Gemm.N - 1L) / length) + 1;

        // After this many tiles one begins where the first did in its image.
        var period = PerImage / GreatestCommonDivisor(PerImage, length);
        if (tiles <= period)
        {
            return OfTiles(length, 0, tiles);
        }

        var repeats = (tiles - 1) / period;
        var (once, largest) = OfTiles(length, 0, period);
        var (last, largestOfLast) = OfTiles(length, repeats * period, tiles - (repeats * period));
        return ((repeats * once) + last, Math.Max(largest, largestOfLast));
    }

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);

    private (double Sum, long Largest) OfTiles(int length, long from, long count)
    {
        double sum = 0;
        long largest = 0;
        var looked = Math.Min(count, MostRuns);
        for (long i = 0; i < looked; i++)
        {
            var start = (from + (count <= MostRuns ? i : (long)((double)i * count / MostRuns))) * length;
            var positions = OfRun((int)start, (int)Math.Min(length, Gemm.N - start));
            sum += positions;
            largest = Math.Max(largest, positions);
        }

        return (sum * count / looked, largest);
    }

    /// <summary>A run within one image: the rest of a row, whole rows, the beginning of a row.</summary>
    private long InImage(int first, int last)
    {
        var width = _columns.Outputs;
        var ((top, left), (bottom, right)) = (Math.DivRem(first, width), Math.DivRem(last, width));
        if (top == bottom)
        {
            return _rows.Count(top, top) * _columns.Count(left, right);
        }

        int from = left == 0 ? top : top + 1, to = right == width - 1 ? bottom : bottom - 1;
        var sum = _rows.Count(from, to) * _allColumns;

        // What the cut rows add: inputs that no whole row reads, once where both read them.
        if (left != 0)
        {
            long alone = _columns.Count(left, width - 1), both = right == width - 1 ? alone : Both(left, right);
            for (var tap = 0; tap < _rows.Kernel; tap++)
            {
                var input = _rows.First(top) + ((long)tap * _rows.Dilation);
                if (input >= 0 && input < _rows.Inputs && !_rows.Reads(input, from, to))
                {
                    sum += to < bottom && _rows.Reads(input, bottom, bottom) ? both : alone;
                }
            }
        }

        if (right != width - 1)
        {
            var alone = _columns.Count(0, right);
            for (var tap = 0; tap < _rows.Kernel; tap++)
            {
                var input = _rows.First(bottom) + ((long)tap * _rows.Dilation);
                if (input >= 0 && input < _rows.Inputs && !_rows.Reads(input, top, to))
                {
                    sum += alone;
                }
            }
        }

        return sum;
    }

    /// <summary>Columns of the image that the outputs from <paramref name="left"/> on or those up to <paramref name="right"/> read.</summary>
    private long Both(int left, int right)
    {
        if (right >= left - 1)
        {
            return _allColumns;
        }

        long sum = _columns.Count(left, _columns.Outputs - 1);
        for (var input = 0; input < _columns.Inputs; input++)
        {
            sum += _columns.Reads(input, 0, right) && !_columns.Reads(input, left, _columns.Outputs - 1) ? 1 : 0;
        }

        return sum;
    }
}
