using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using HighLight.Notebooks.Formatting;
using Microsoft.DotNet.Interactive;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Describes what a cell threw: the line in the cell, and a traceback that is the same in every run and on every machine. It holds the
/// frames of cells and packages, without files of packages or the methods that compilers generate; which frames of the runtime are there
/// depends on what was inlined so far.
/// </summary>
internal static class ExceptionErrors
{
    private const int FrameLimit = 40;
    private const int CauseLimit = 8;

    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <param name="exception">What was thrown.</param>
    /// <param name="cellFile">The file name under which the cell was compiled.</param>
    public static CellError Describe(Exception exception, string cellFile)
    {
        var traceback = ImmutableArray.CreateBuilder<string>();
        int? line = null;
        int causes = 0;
        for (Exception? current = exception; current is not null && causes < CauseLimit; current = current.InnerException, causes++)
        {
            string title = $"{NameOf(current)}: {MessageOf(current)}";
            traceback.AddRange((causes == 0 ? title : "caused by " + title).Split('\n').Select(text => text.TrimEnd('\r')));
            var frames = new StackTrace(current, fNeedFileInfo: true).GetFrames();
            line ??= frames.FirstOrDefault(frame => string.Equals(FileOf(frame), cellFile, StringComparison.Ordinal))?.GetFileLineNumber();
            traceback.AddRange(Frames(frames).Take(FrameLimit));
        }

        return new CellError(NameOf(exception), MessageOf(exception), line, traceback.ToImmutable());
    }

    // A recursion is shown once: how deep it went may depend on the size of the stack.
    private static IEnumerable<string> Frames(IEnumerable<StackFrame> frames)
    {
        string? last = null;
        bool repeated = false;
        foreach (string frame in frames.Select(Frame).OfType<string>())
        {
            if (!string.Equals(frame, last, StringComparison.Ordinal))
            {
                yield return frame;
                repeated = false;
            }
            else if (!repeated)
            {
                yield return "   … repeated";
                repeated = true;
            }

            last = frame;
        }
    }

    private static string NameOf(Exception exception)
    {
        var type = exception.GetType();
        return IsSubmission(type) ? TypeNames.Of(type) : type.FullName ?? type.Name;
    }

    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return $"(its Message threw {thrown.GetType().Name})";
        }
    }

    private static string? Frame(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || method.DeclaringType is not { } type || IsPlumbing(method, type))
        {
            return null;
        }

        bool user = IsSubmission(type);
        string name = MethodName(method, type, user);
        string where = user && FileOf(frame) is { } file ? Invariant($"{file}, line {frame.GetFileLineNumber()}") : "";
        return where.Length == 0 ? $"   at {name}" : name.Length == 0 ? $"   at {where}" : $"   at {name} in {where}";
    }

    private static string? FileOf(StackFrame frame) => frame.GetFileName();

    private static bool IsPlumbing(MethodBase method, Type type) =>
        type.Assembly == typeof(ExceptionErrors).Assembly
        || type.Assembly == typeof(Kernel).Assembly
        || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || (type.FullName ?? "").StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
        || (type.Assembly.Location is { Length: > 0 } file
            && string.Equals(Path.GetDirectoryName(file), RuntimeFolder, StringComparison.Ordinal));

    // "<Run>d__3.MoveNext" is the async or iterator method Run; "<Run>b__0" a lambda in Run; "<Run>g__Local|0" the local function Local.
    private static string MethodName(MethodBase method, Type type, bool user)
    {
        string name = method.Name;
        if (string.Equals(name, "MoveNext", StringComparison.Ordinal) && type.Name.StartsWith('<') && type.DeclaringType is { } outer)
        {
            name = type.Name;
            type = outer;
        }

        while (type.Name.StartsWith('<') && type.DeclaringType is { } owner)
        {
            type = owner;
        }

        string local = name.Contains(">g__", StringComparison.Ordinal)
            ? name[(name.IndexOf(">g__", StringComparison.Ordinal) + 4)..].Split('|')[0]
            : name.Contains(">b__", StringComparison.Ordinal) ? "lambda"
            : name.StartsWith('<') ? name.Trim('<')[..name.Trim('<').IndexOf('>', StringComparison.Ordinal)]
            : name;
        bool topLevel = user && type.DeclaringType is null;
        return topLevel && local is "Initialize" or "Factory" ? ""
            : topLevel ? local
            : user ? $"{TypeNames.Of(type)}.{local}"
            : $"{type.Namespace}.{TypeNames.Of(type)}.{local}";
    }

    private static bool IsSubmission(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Name.StartsWith("Submission#", StringComparison.Ordinal);
    }
}
