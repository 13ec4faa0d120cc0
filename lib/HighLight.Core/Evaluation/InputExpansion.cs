namespace HighLight.Evaluation;

/// <summary>Where a convolution's input becomes the im2col matrix.</summary>
public enum InputExpansion
{
    /// <summary>Between the global buffer and the array: DRAM and the buffer hold each input once, tiles overlap by their halo, and padding is not stored.</summary>
    OnTheFly,

    /// <summary>In DRAM: the input is a plain matrix everywhere, with every input as often as taps of the filter read it.</summary>
    InDram,
}
