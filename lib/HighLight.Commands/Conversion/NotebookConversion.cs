namespace HighLight.Commands.Conversion;

/// <summary>A file to convert. Paths are absolute.</summary>
/// <param name="Input">A notebook or a script.</param>
/// <param name="Output">What is written, in the other format.</param>
internal sealed record NotebookConversion(string Input, string Output);
