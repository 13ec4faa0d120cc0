using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>What came of running a notebook.</summary>
/// <param name="Document">The notebook with the outputs of this run and of no other.</param>
/// <param name="Executed">How many code cells ran, failed ones included.</param>
/// <param name="Failed">How many of them failed.</param>
public sealed record NotebookRun(NotebookDocument Document, int Executed, int Failed);
