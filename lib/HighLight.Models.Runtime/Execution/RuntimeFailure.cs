using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace HighLight.Models.Runtime.Execution;

/// <summary>Turns whatever ONNX Runtime throws into the one exception of this library.</summary>
internal static partial class RuntimeFailure
{
    private const int LongestMessage = 600;

    /// <summary>Does <paramref name="work"/> on the model <paramref name="source"/>.</summary>
    /// <exception cref="ModelRunException">It failed.</exception>
    public static T Guard<T>(string source, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (OnnxRuntimeException problem)
        {
            var said = Clean(problem.Message);
            throw new ModelRunException(source, $"ONNX Runtime says: {said}", Fix(said), problem);
        }
        catch (Exception problem) when (problem is OutOfMemoryException or OverflowException)
        {
            throw new ModelRunException(source, "A tensor of this model is larger than one array or than the memory.", "Give smaller inputs.", problem);
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            throw new ModelRunException(source, "ONNX Runtime's native library cannot be loaded.",
                "It comes with the package Microsoft.ML.OnnxRuntime for Windows, Linux (glibc) and macOS on x64 and arm64; on another system this model can be read but not run.", problem);
        }
    }

    private static string Fix(string said) => said switch
    {
        _ when said.Contains("memory", StringComparison.OrdinalIgnoreCase) =>
            $"Give smaller inputs, or take the limit off: {nameof(ExecutionOptions)}.{nameof(ExecutionOptions.LimitMemory)} = false.",
        _ when said.Contains("opset", StringComparison.OrdinalIgnoreCase) => "Convert the model with onnx.version_converter, or export it with a lower opset_version.",
        _ when said.Contains("Got invalid dimensions", StringComparison.Ordinal) => "Give inputs of the shapes that the model declares.",
        _ when said.Contains("not a registered", StringComparison.Ordinal) => "Operators beyond ONNX's own need a library of theirs, which is not loaded here: export the model without them.",
        _ => "Check the model with onnx.checker, and that the inputs are what it expects.",
    };

    /// <summary>One line, without places in ONNX Runtime's sources.</summary>
    private static string Clean(string message)
    {
        var line = Spaces().Replace(Places().Replace(message, " "), " ").Trim();
        return (line.Length <= LongestMessage ? line : line[..LongestMessage] + "…").TrimEnd('.') + ".";
    }

    [GeneratedRegex(@"^\[ErrorCode:\w+\]|/onnxruntime_src/[^ ]+ [^(]*\([^)]*\)( const)?", RegexOptions.None, 1000)]
    private static partial Regex Places();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
