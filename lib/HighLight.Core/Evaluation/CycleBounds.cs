using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>The cycles that each resource alone would need; the largest is the total.</summary>
/// <param name="Ideal">Multiplies that take a cycle, over the multipliers: no edge of the array is idle.</param>
/// <param name="Compute">The array, with its idle edges and the steps that quantisation leaves partly empty.</param>
/// <param name="DramRead">Reading the outermost level.</param>
/// <param name="DramWrite">Writing it.</param>
/// <param name="Levels">The ports and bandwidths of each other level, in the order of <see cref="Accelerator.Levels"/>; 0 for the outermost.</param>
public readonly record struct CycleBounds(double Ideal, double Compute, double DramRead, double DramWrite, in PerLevel<double> Levels)
{
    private readonly PerLevel<double> _levels = Levels;

    /// <summary>The bounds of a design with one level on chip.</summary>
    /// <param name="ideal">See <see cref="Ideal"/>.</param>
    /// <param name="compute">See <see cref="Compute"/>.</param>
    /// <param name="buffer">The ports of the global buffer.</param>
    /// <param name="dramRead">See <see cref="DramRead"/>.</param>
    /// <param name="dramWrite">See <see cref="DramWrite"/>.</param>
    public CycleBounds(double ideal, double compute, double buffer, double dramRead, double dramWrite)
        : this(ideal, compute, dramRead, dramWrite, OneLevel(buffer))
    {
    }

    /// <summary>The ports and bandwidths of each level on chip, in the order of <see cref="Accelerator.Levels"/>; 0 for the outermost.</summary>
    public PerLevel<double> Levels
    {
        get => _levels;
        init => _levels = value;
    }

    /// <summary>The level on chip that takes the most cycles: the ports of the global buffer, where it is the only one.</summary>
    public double Buffer => _levels[SlowestLevel];

    /// <summary>The place of that level in <see cref="Accelerator.Levels"/>; of equals the outermost.</summary>
    public int SlowestLevel
    {
        get
        {
            var slowest = 1;
            for (var level = 2; level < StorageLevel.MaxLevels; level++)
            {
                slowest = _levels[level] > _levels[slowest] ? level : slowest;
            }

            return slowest;
        }
    }

    /// <summary>The total: the largest bound.</summary>
    public double Cycles => Math.Max(Math.Max(Compute, Buffer), Math.Max(DramRead, DramWrite));

    /// <summary>The resource that sets the total; compute where several do.</summary>
    public CycleBound Bound => Compute >= Cycles ? CycleBound.Compute
        : Buffer >= Cycles ? CycleBound.Buffer
        : DramRead >= Cycles ? CycleBound.DramRead
        : CycleBound.DramWrite;

    private static PerLevel<double> OneLevel(double buffer)
    {
        PerLevel<double> levels = default;
        levels[1] = buffer;
        return levels;
    }
}
