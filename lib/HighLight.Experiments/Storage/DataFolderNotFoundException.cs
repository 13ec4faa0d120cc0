namespace HighLight.Experiments.Storage;

/// <summary>The data folder, or a file that should be in it, is not there; the message says where it was looked for and the fix.</summary>
public sealed class DataFolderNotFoundException(string message) : IOException(message);
