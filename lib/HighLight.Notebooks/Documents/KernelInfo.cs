using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// The metadata by which Polyglot Notebooks and dotnet-repl find the kernels of a notebook: <c>polyglot_notebook.kernelInfo</c> with the name of the
/// default kernel and the names, aliases and languages of all.
/// </summary>
internal static class KernelInfo
{
    public const string Polyglot = "polyglot_notebook";
    public const string Field = "kernelInfo";
    public const string DefaultKernelName = "defaultKernelName";

    private static readonly JsonElement CSharp = JsonValues.Parse(
        """{"defaultKernelName":"csharp","items":[{"aliases":["c#","C#","cs"],"languageName":"C#","name":"csharp"}]}"""u8.ToArray());

    /// <summary>The language of the default kernel; null if the metadata names no default kernel.</summary>
    public static string? Language(JsonElement metadata) => KernelLanguage.Of(
        metadata.Text(Polyglot, Field, DefaultKernelName)
        ?? metadata.Text(Polyglot, DefaultKernelName)
        ?? metadata.Text("dotnet_interactive", DefaultKernelName));

    /// <summary>The metadata with the information for one C# kernel, unless it has some already.</summary>
    public static JsonElement Add(JsonElement metadata)
    {
        var polyglot = metadata.Field(Polyglot) ?? JsonValues.EmptyObject;
        return polyglot.ValueKind != JsonValueKind.Object || polyglot.Field(Field) is not null
            ? metadata
            : metadata.With(Polyglot, polyglot.With(Field, CSharp));
    }
}
