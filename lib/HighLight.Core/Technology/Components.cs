namespace HighLight.Technology;

/// <summary>
/// Names of the components that the built-in tables know. A table may hold others: a name is small letters, digits and underscores, and a
/// component that is not listed here is looked up exactly, never scaled.
/// </summary>
public static class Components
{
    /// <summary>Multiplier and adder; width = bits of an operand. Actions <see cref="Actions.Compute"/> and <see cref="Actions.GatedCompute"/>, one a product.</summary>
    public const string Mac = "mac";

    /// <summary>Pipeline register that holds a word, or its metadata, beside a multiplier. Linear in width.</summary>
    public const string OperandRegister = "operand_register";

    /// <summary>Banked SRAM for partial sums; one access is one word. Scales with the trend of <see cref="Sram"/>.</summary>
    public const string RegisterFile = "register_file";

    /// <summary>Register file of flip-flops with few words, as in a PE. Interpolated in words between its rows, linear in width.</summary>
    public const string SmallRegisterFile = "small_register_file";

    /// <summary>DSTC's buffer of partial sums, read, modified and written for every product. Scales with the trend of <see cref="Sram"/>.</summary>
    public const string AccumulationBuffer = "accumulation_buffer";

    /// <summary>The shared SRAM between DRAM and the arrays (GLB); one access is one row. Scales with the trend of <see cref="Sram"/>.</summary>
    public const string GlobalBuffer = "global_buffer";

    /// <summary>SRAM for metadata; one access is one row. Scales with the trend of <see cref="Sram"/>.</summary>
    public const string MetadataBuffer = "metadata_buffer";

    /// <summary>SRAM of one bank and one port: the trend in capacity and width that the other SRAMs scale with.</summary>
    public const string Sram = "sram";

    /// <summary>Off-chip memory, per bit. Linear in width; it has no node.</summary>
    public const string Dram = "dram";

    /// <summary>Standard cell: inverter. As the other cells, width 1, action <see cref="Actions.Switch"/>.</summary>
    public const string Inverter = "inverter";

    /// <summary>Standard cell: AND of two inputs.</summary>
    public const string And2 = "and2";

    /// <summary>Standard cell: OR of two inputs.</summary>
    public const string Or2 = "or2";

    /// <summary>Standard cell: exclusive OR of two inputs.</summary>
    public const string Xor2 = "xor2";

    /// <summary>One more input of a one-hot AND-OR selection: the 2:1 mux of one bit.</summary>
    public const string Mux2 = "mux2";

    /// <summary>Standard cell: full adder.</summary>
    public const string FullAdder = "full_adder";

    /// <summary>Standard cell: D flip-flop; one switch is one clocked bit.</summary>
    public const string FlipFlop = "flip_flop";
}
