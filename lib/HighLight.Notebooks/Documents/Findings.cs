namespace HighLight.Notebooks.Documents;

/// <summary>What was found while a notebook was read.</summary>
internal sealed class Findings
{
    /// <summary>What keeps the file from being read.</summary>
    public FindingList Violations { get; } = new();

    /// <summary>What is wrong but was read all the same, each with how.</summary>
    public FindingList Warnings { get; } = new();
}
