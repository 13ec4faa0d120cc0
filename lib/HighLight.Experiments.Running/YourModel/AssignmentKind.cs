namespace HighLight.Experiments.Running.YourModel;

/// <summary>How patterns were given to the layers.</summary>
internal enum AssignmentKind
{
    /// <summary>One pattern for all.</summary>
    Uniform,

    /// <summary>A pattern for each layer, under a budget of the weights' kept norm.</summary>
    ByKeptNorm,

    /// <summary>A pattern for each layer, under a budget of output error that is predicted from measured errors of single layers.</summary>
    ByOutputError,
}
