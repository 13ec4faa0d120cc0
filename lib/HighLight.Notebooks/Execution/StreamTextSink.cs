namespace HighLight.Notebooks.Execution;

/// <summary>Takes text of a stream.</summary>
/// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="text">The text, valid during the call.</param>
public delegate void StreamTextSink(string stream, ReadOnlySpan<char> text);
