using System.Numerics;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>
/// The lanes of one row of the array. A lane holds one block of A, or two, and takes B's kept values of the same blocks one a cycle; a
/// value whose position A keeps as well is multiplied by the
/// value that the bitmask numbers, and added to the lane's accumulator. A lane with two blocks has one multiplier: of two products in a
/// cycle one waits, and the array with it at the end.
/// </summary>
internal sealed class TimeUnrolledLanes
{
    private readonly int _blocksPerLane;
    private readonly int _cycles;
    private readonly long[] _products;

    /// <param name="block">Values of a block.</param>
    /// <param name="blocksPerLane">1 or 2.</param>
    /// <param name="cycles">Cycles of a step: values that a block of B keeps at most.</param>
    public TimeUnrolledLanes(int block, int blocksPerLane, int cycles)
    {
        _blocksPerLane = blocksPerLane;
        _cycles = cycles;
        _products = new long[block * blocksPerLane];
    }

    /// <summary>Multiplies done in all steps.</summary>
    public long Multiplies { get; private set; }

    /// <summary>Cycles that the current step takes; longer than its bound where products waited.</summary>
    public int StepCycles { get; private set; }

    /// <summary>Products of the current step's cycles so far.</summary>
    public ReadOnlySpan<long> Products => _products.AsSpan(0, StepCycles);

    /// <summary>Begins a step.</summary>
    public void Begin()
    {
        Array.Clear(_products);
        StepCycles = _cycles;
    }

    /// <summary>One row's part of a step.</summary>
    /// <param name="a">Blocks of A: masks, where their values begin, and all values.</param>
    /// <param name="b">The same blocks of B.</param>
    /// <returns>The sum over the lanes, which goes to the row's partial sum.</returns>
    public int Step(in BlockGroup a, in BlockGroup b)
    {
        var sum = 0;
        for (var i = 0; i < a.Masks.Length; i += _blocksPerLane)
        {
            var slots = Multiply(a, b, i, ref sum);
            if (_blocksPerLane == 1)
            {
                Take(slots);
            }
            else
            {
                Share(slots, i + 1 < a.Masks.Length ? Multiply(a, b, i + 1, ref sum) : 0);
            }
        }

        return sum;
    }

    /// <summary>One block's products, each in its cycle.</summary>
    private void Take(ulong slots)
    {
        for (; slots != 0; slots &= slots - 1)
        {
            _products[BitOperations.TrailingZeroCount(slots)]++;
        }
    }

    /// <summary>The products of one block, and the cycles in which they arise: bit t is cycle t.</summary>
    private ulong Multiply(in BlockGroup a, in BlockGroup b, int i, ref int sum)
    {
        ulong maskA = a.Masks[i], maskB = b.Masks[i], slots = 0;
        var hits = maskA & maskB;
        if (hits == 0)
        {
            return 0;
        }

        int firstA = a.First[i], firstB = b.First[i];
        for (; hits != 0; hits &= hits - 1)
        {
            var below = (hits & (~hits + 1)) - 1;
            var cycle = BitOperations.PopCount(maskB & below);
            sum += a.Values[firstA + BitOperations.PopCount(maskA & below)] * b.Values[firstB + cycle];
            slots |= 1UL << cycle;
        }

        Multiplies += BitOperations.PopCount(slots);
        return slots;
    }

    /// <summary>Two blocks share a multiplier: what does not fit a cycle waits.</summary>
    private void Share(ulong first, ulong second)
    {
        var waiting = 0;
        for (var cycle = 0; cycle < _cycles || waiting > 0; cycle++)
        {
            waiting += cycle < _cycles ? (int)((first >> cycle) & 1) + (int)((second >> cycle) & 1) : 0;
            if (waiting > 0)
            {
                waiting--;
                _products[cycle]++;
                StepCycles = Math.Max(StepCycles, cycle + 1);
            }
        }
    }
}
