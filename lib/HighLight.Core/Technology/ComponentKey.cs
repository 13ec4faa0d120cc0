namespace HighLight.Technology;

/// <summary>A component of a size: what a technology table is asked for.</summary>
/// <param name="Component">One of <see cref="Components"/>, or a name of a user's table.</param>
/// <param name="WidthBits">Bits of one access or operand, 1 or more.</param>
/// <param name="SizeBytes">Capacity; 0 for components without one (MAC, register, DRAM, cells).</param>
public readonly record struct ComponentKey(string Component, int WidthBits, long SizeBytes = 0)
{
    /// <summary>The name and the sizes, as in <c>global_buffer 512 b × 262144 B</c>.</summary>
    public override string ToString() =>
        SizeBytes == 0 ? Invariant($"{Component} {WidthBits} b") : Invariant($"{Component} {WidthBits} b × {SizeBytes} B");
}
