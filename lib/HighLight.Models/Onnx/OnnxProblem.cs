namespace HighLight.Models.Onnx;

/// <summary>One thing that is wrong with a model file: where, what, and how to mend it.</summary>
/// <param name="Where">Field path inside the file, for example <c>graph.initializer[3].dims</c>; empty when the file as a whole is meant.</param>
/// <param name="Offset">Byte offset in the file of the part that is wrong; null when no single place is.</param>
/// <param name="What">What was found and what is legal.</param>
/// <param name="Fix">What the user can do about it.</param>
public sealed record OnnxProblem(string Where, long? Offset, string What, string Fix)
{
    /// <summary>The problem as one sentence: where, what, fix.</summary>
    public override string ToString()
    {
        var place = (Where.Length, Offset) switch
        {
            (0, null) => string.Empty,
            (0, _) => $"at byte {Offset}: ",
            (_, null) => $"{Where}: ",
            _ => $"{Where} (byte {Offset}): ",
        };
        return $"{place}{What} {Fix}";
    }
}
