namespace HighLight.Models.Onnx.Wire;

/// <summary>Tells what a file is that is not ONNX, by the bytes it begins with (ONNX itself has no signature).</summary>
internal sealed record FileSignature(string Format, string Fix)
{
    private const string ExportPyTorch = "Export it with torch.onnx.export and give that file.";
    private const string ConvertTensorFlow = "Convert it with tf2onnx and give that file.";
    private const string GiveOnnx = "Give the .onnx file itself.";

    /// <summary>The foreign format, or null when nothing speaks against ONNX.</summary>
    public static FileSignature? Recognise(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return new("a zip archive (PyTorch .pt and .pth, Keras .keras and NumPy .npz files are such archives)", ExportPyTorch);
        }

        if (bytes is [0x80, >= 2 and <= 5, ..])
        {
            return new("a Python pickle (PyTorch files before 1.6 begin like this)", ExportPyTorch);
        }

        if (bytes is [0x89, (byte)'H', (byte)'D', (byte)'F', ..])
        {
            return new("an HDF5 file (Keras .h5)", ConvertTensorFlow);
        }

        if (bytes.Length > 8 && bytes[4..].StartsWith("TFL3"u8))
        {
            return new("a TensorFlow Lite model", ConvertTensorFlow);
        }

        if (bytes.Length > 8 && bytes[4..].StartsWith("ORTM"u8))
        {
            return new("a model in ONNX Runtime's own .ort format", "Give the .onnx file it was made from.");
        }

        if (bytes.StartsWith("GGUF"u8))
        {
            return new("a GGUF model", "Export the original model to ONNX, for example with optimum.");
        }

        if (bytes.Length > 10 && bytes[8] == '{' && bytes[9] == '"' && bytes[4..8].IndexOfAnyExcept((byte)0) < 0)
        {
            return new("a safetensors file", "It holds tensors without a graph: export the model to ONNX.");
        }

        if (bytes.StartsWith("version https://git-lfs"u8))
        {
            return new("a Git LFS pointer, a few lines that stand for the file", "Run 'git lfs pull' to get the model itself.");
        }

        if (bytes is [0x1F, 0x8B, ..])
        {
            return new("a gzip archive", "Unpack it and give the .onnx file inside.");
        }

        return null;
    }

    /// <summary>Whether the bytes read as text: asked only once parsing failed, to explain why.</summary>
    public static FileSignature? RecogniseText(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 256)];
        foreach (var b in start)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F)
            {
                return null;
            }
        }

        return start.TrimStart(" \t\r\n"u8) switch
        {
            [(byte)'<', ..] => new("an HTML or XML page (perhaps the web page of a download)", GiveOnnx),
            [(byte)'{' or (byte)'[', ..] => new("a JSON file", GiveOnnx),
            _ => new("a text file", GiveOnnx),
        };
    }
}
