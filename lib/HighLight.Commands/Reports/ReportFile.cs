namespace HighLight.Commands.Reports;

/// <summary>A report that the user asked for.</summary>
/// <param name="Option">The option that did.</param>
/// <param name="Path">Where it goes, absolute.</param>
/// <param name="Render">Gives the bytes of the file.</param>
internal sealed record ReportFile(string Option, string Path, Func<TestReport, byte[]> Render);
