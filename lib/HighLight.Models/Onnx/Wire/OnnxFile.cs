namespace HighLight.Models.Onnx.Wire;

/// <summary>The bytes of one model, what to call them in messages, and what the reader accepts.</summary>
internal sealed record OnnxFile(string Source, byte[] Bytes, OnnxReadOptions Options)
{
    private const string CheckPath = "Check the path; a model file usually ends in .onnx.";

    /// <summary>Reads a file whole.</summary>
    public static OnnxFile Open(string path, OnnxReadOptions options)
    {
        if (Directory.Exists(path))
        {
            throw Fail(path, "This is a directory, not a file.", "Give the path of the .onnx file inside it.");
        }

        if (!File.Exists(path))
        {
            throw Fail(path, "There is no such file.", CheckPath);
        }

        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fail(path, $"The file cannot be read: {e.Message}", "Check that it is a regular file that you may read.", e);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    public static OnnxFile Read(Stream stream, string source, OnnxReadOptions options)
    {
        if (stream.CanSeek)
        {
            var rest = stream.Length - stream.Position;
            var whole = rest > Limit(options) ? throw TooLong(source, options) : new byte[rest];
            stream.ReadExactly(whole);
            return Check(new OnnxFile(source, whole, options));
        }

        using var bytes = new MemoryStream();
        var chunk = new byte[81920];
        int count;
        while ((count = stream.Read(chunk)) > 0)
        {
            if (bytes.Length + count > Limit(options))
            {
                throw TooLong(source, options);
            }

            bytes.Write(chunk, 0, count);
        }

        return Check(new OnnxFile(source, bytes.ToArray(), options));
    }

    /// <summary>Copies bytes, so that a later change of theirs cannot reach the model.</summary>
    public static OnnxFile Copy(ReadOnlyMemory<byte> bytes, string source, OnnxReadOptions options) => bytes.Length > Limit(options)
        ? throw TooLong(source, options)
        : Check(new OnnxFile(source, bytes.ToArray(), options));

    /// <summary>An error at one place.</summary>
    public OnnxFormatException Fail(string where, long? offset, string what, string fix, Exception? cause = null) =>
        new(Source, [new OnnxProblem(where, offset, what, fix)], cause);

    private static OnnxFormatException Fail(string source, string what, string fix, Exception? cause = null) =>
        new(source, [new OnnxProblem(string.Empty, null, what, fix)], cause);

    private static int Limit(OnnxReadOptions options) => Math.Min(options.MaxFileBytes, Array.MaxLength);

    private static OnnxFormatException TooLong(string source, OnnxReadOptions options) => Fail(
        source,
        Invariant($"The model is longer than {Limit(options)} bytes."),
        $"Raise {nameof(OnnxReadOptions)}.{nameof(OnnxReadOptions.MaxFileBytes)}; one ONNX file cannot exceed 2 GiB.");

    private static OnnxFile Check(OnnxFile file)
    {
        if (file.Bytes.Length == 0)
        {
            throw file.Fail(string.Empty, null, "The file is empty.", "Export or download the model again.");
        }

        if (FileSignature.Recognise(file.Bytes) is { } other)
        {
            throw file.Fail(string.Empty, 0, $"This is {other.Format}, not an ONNX model.", other.Fix);
        }

        return file;
    }
}
