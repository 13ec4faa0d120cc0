namespace HighLight.Evaluation.Levels;

/// <summary>What a level was seen to move.</summary>
internal sealed class NaiveLevel
{
    public double ReadA { get; set; }

    public double ReadB { get; set; }

    public double FilledA { get; set; }

    public double FilledB { get; set; }

    public double ReadBits { get; set; }

    public double FilledBits { get; set; }

    /// <summary>Partial sums that were read, and as many written.</summary>
    public double Sums { get; set; }
}
