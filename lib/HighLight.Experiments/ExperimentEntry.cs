using HighLight.Experiments.Results;

namespace HighLight.Experiments;

/// <summary>An experiment in the list of all: what it is called, what it shows, and how its default run is started.</summary>
/// <param name="Experiment">Number, name, title and the paper's figure.</param>
/// <param name="Shows">What its notebook shows, in one line.</param>
/// <param name="Run">The run with every default, whose result is committed.</param>
public sealed record ExperimentEntry(Experiment Experiment, string Shows, Func<ExperimentResult> Run)
{
    /// <summary>The file of its notebook, for example <c>01-hss-primer.ipynb</c>.</summary>
    public string Notebook => Invariant($"{Experiment.Number:00}-{Experiment.Name}.ipynb");

    /// <summary>Number, name, title and the paper's figure.</summary>
    public override string ToString() => Experiment.ToString();
}
