namespace HighLight.Models.Runtime.Execution;

/// <summary>A model cannot be run: ONNX Runtime refuses it, or it fails, runs out of memory or computes nothing on the inputs that it was given.</summary>
public sealed class ModelRunException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">Path of the model, or its name.</param>
    /// <param name="what">What failed.</param>
    /// <param name="fix">What the user can do.</param>
    /// <param name="innerException">The cause, where another exception reported it.</param>
    public ModelRunException(string source, string what, string fix, Exception? innerException = null)
        : base($"{source}: {what} {fix}", innerException) => FilePath = source;

    /// <summary>Path of the model, or its name.</summary>
    public string FilePath { get; }
}
