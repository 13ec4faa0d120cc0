namespace HighLight.Formats;

/// <summary>Why the streams of a file are not what their format writes.</summary>
/// <param name="Stream">The stream, an index into <see cref="EncodedMatrix.Streams"/>.</param>
/// <param name="Item">The item in the stream.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Legal">What may stand there.</param>
internal readonly record struct StreamFault(int Stream, long Item, string Found, string Legal);
