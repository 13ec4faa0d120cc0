namespace HighLight.Notebooks.Execution;

/// <summary>
/// Text that reaches the standard streams of the process without passing through Console: from child processes and native libraries.
/// </summary>
public interface IForeignOutput
{
    /// <summary>Hands over what has arrived since the last call, standard output first.</summary>
    /// <param name="sink">Takes the text; not called when there is none.</param>
    void Drain(StreamTextSink sink);
}
