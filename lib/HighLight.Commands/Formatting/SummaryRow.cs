namespace HighLight.Commands.Formatting;

/// <summary>One quantity of an experiment, beside what the paper says of it.</summary>
/// <param name="Experiment">Name of the experiment, such as <c>sparsity-degrees</c>.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Ours">Our value.</param>
internal sealed record SummaryRow(string Experiment, string Quantity, double Ours)
{
    /// <summary>The published value; null when there is none.</summary>
    public double? Paper { get; init; }

    /// <summary>Ours divided by the paper's, as the experiment gives it; null when it makes no sense.</summary>
    public double? Ratio { get; init; }

    /// <summary>Unit of both values; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How sure the paper's value is, such as <c>sourced</c> or <c>recalled</c>.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>Where the paper's value is from.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a reader of the comparison should know.</summary>
    public string Note { get; init; } = "";
}
