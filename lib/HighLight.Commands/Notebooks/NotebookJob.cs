namespace HighLight.Commands.Notebooks;

/// <summary>One notebook to run, and where its results go. All paths are absolute.</summary>
/// <param name="Notebook">The .ipynb file.</param>
/// <param name="Name">What messages call it: the file name, or a relative path where the file name alone is not unique.</param>
internal sealed record NotebookJob(string Notebook, string Name)
{
    /// <summary>Where the executed notebook is written; may be <see cref="Notebook"/> itself. Null: nowhere.</summary>
    public string? Output { get; init; }

    /// <summary>Where the page of the executed notebook is written. Null: nowhere.</summary>
    public string? Html { get; init; }

    /// <summary>Whether the run goes on after a failing cell, and passes all the same.</summary>
    public bool AllowErrors { get; init; }
}
