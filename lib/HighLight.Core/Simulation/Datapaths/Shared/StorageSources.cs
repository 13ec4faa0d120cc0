using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Where an operand comes from: the next level out that keeps it. The outermost keeps all.</summary>
internal static class StorageSources
{
    /// <summary>The innermost level that keeps an operand, from which the array takes it.</summary>
    public static int Of(StorageLevels storage, KeptOperands operand) => Of(storage, operand, storage.Count);

    /// <summary>The level from which another one is filled.</summary>
    public static int Of(StorageLevels storage, KeptOperands operand, int inside)
    {
        var level = inside - 1;
        while (level > 0 && !storage[level].Holds(operand))
        {
            level--;
        }

        return level;
    }
}
