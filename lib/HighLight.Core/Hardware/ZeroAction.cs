namespace HighLight.Hardware;

/// <summary>What a design does at a multiply whose operand is zero (the field's storage and compute action format, SAF).</summary>
public enum ZeroAction
{
    /// <summary>Multiplies: zeros are data.</summary>
    None,

    /// <summary>Spends the cycle and saves the energy.</summary>
    Gate,

    /// <summary>Saves cycle and energy.</summary>
    Skip,
}
