namespace HighLight.Commands.Reports;

/// <summary>A test case with the identities that a TRX file gives it.</summary>
/// <param name="Suite">Its notebook.</param>
/// <param name="Case">What became of it.</param>
internal sealed record TrxTest(ReportSuite Suite, ReportCase Case)
{
    /// <summary>Such as <c>03-sweep.ipynb cell 4</c>.</summary>
    public string Name { get; } = XmlText.Attribute($"{Suite.Name} {Case.Name}");

    /// <summary>The test itself: the same in every run.</summary>
    public string Id { get; } = StableGuid.Of($"{Suite.Name}\n{Case.Name}").ToString();

    /// <summary>What became of it in a run.</summary>
    public string ExecutionId { get; } = StableGuid.Of($"{Suite.Name}\n{Case.Name}\nexecution").ToString();

    /// <summary>How long it ran; a number without sense from the host becomes a very long time.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Math.Min(Case.Seconds, TimeSpan.MaxValue.TotalSeconds / 2));

    /// <summary>In the words of the format.</summary>
    public string Outcome => Case.Outcome switch
    {
        CaseOutcome.Passed => "Passed",
        CaseOutcome.Skipped => "NotExecuted",
        _ => "Failed",
    };
}
