namespace HighLight.Experiments.Results;

/// <summary>One quantity that we compute, beside the paper's value of it.</summary>
public sealed record PaperComparison
{
    private PaperComparison(string quantity, string unit, double ours, double? paper, Confidence? confidence, string source, string note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(quantity);
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        if (!double.IsFinite(ours) || !double.IsFinite(paper ?? 0))
        {
            throw new ArgumentException($"The values of '{quantity}' must be finite numbers.");
        }

        Quantity = quantity;
        Unit = unit;
        Ours = ours;
        Paper = paper;
        Confidence = confidence;
        Source = source;
        Note = note;
    }

    /// <summary>What is compared, for example <c>geomean EDP, TC / HighLight</c>.</summary>
    public string Quantity { get; }

    /// <summary>The unit of both values; <c>1</c> for a pure number, <c>x</c> for a factor.</summary>
    public string Unit { get; }

    /// <summary>The value we compute.</summary>
    public double Ours { get; }

    /// <summary>The paper's value, or null where none is known.</summary>
    public double? Paper { get; }

    /// <summary>Our value over the paper's, or null where there is none or it is 0.</summary>
    public double? Ratio => Paper is { } paper and not 0 ? Ours / paper : null;

    /// <summary>How sure the paper's value is; null where there is none.</summary>
    public Confidence? Confidence { get; }

    /// <summary>Where the paper's value comes from; empty where there is none.</summary>
    public string Source { get; }

    /// <summary>Why the two differ, or what a reader should know; may be empty.</summary>
    public string Note { get; }

    /// <summary>Compares our value with a published one.</summary>
    /// <exception cref="ArgumentException">A text is empty or a value is not finite.</exception>
    public static PaperComparison With(
        string quantity,
        string unit,
        double ours,
        double paper,
        Confidence confidence,
        string source,
        string note = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(note);
        return new(quantity, unit, ours, paper, confidence, source, note);
    }

    /// <summary>States our value of a quantity for which no published value is known.</summary>
    /// <exception cref="ArgumentException">A text is empty or the value is not finite.</exception>
    public static PaperComparison Without(string quantity, string unit, double ours, string note = "")
    {
        ArgumentNullException.ThrowIfNull(note);
        return new(quantity, unit, ours, paper: null, confidence: null, source: "", note);
    }
}
