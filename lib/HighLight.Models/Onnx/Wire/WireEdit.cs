namespace HighLight.Models.Onnx.Wire;

/// <summary>New content for one length-delimited field of a file.</summary>
/// <param name="Range">Where its content stands: a message, or the bytes of a field.</param>
/// <param name="Content">What stands there afterwards; of any length.</param>
internal sealed record WireEdit(ByteRange Range, byte[] Content);
