namespace HighLight.Commands.Notebooks;

/// <summary>One notebook to run, and where its results go. All paths are absolute.</summary>
/// <param name="Notebook">The .ipynb or .dib file.</param>
/// <param name="Name">What messages call it: the file name, or a relative path where the file name alone is not unique.</param>
internal sealed record NotebookJob(string Notebook, string Name)
{
    /// <summary>Where the executed notebook is written; an .ipynb file; may be <see cref="Notebook"/> itself. Null: nowhere.</summary>
    public string? Output { get; init; }

    /// <summary>Where the page of the executed notebook is written. Null: nowhere.</summary>
    public string? Html { get; init; }

    /// <summary>How it is run.</summary>
    public RunSettings Settings { get; init; } = RunSettings.Default;
}
