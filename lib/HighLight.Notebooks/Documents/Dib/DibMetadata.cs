using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents.Dib;

/// <summary>The metadata of a notebook, as .dib files and as .ipynb files hold them.</summary>
internal static class DibMetadata
{
    private const string Specification = "kernelspec";
    private const string LanguageInfo = "language_info";

    /// <summary>The metadata for a .ipynb file, with the kernel that Jupyter has to start.</summary>
    /// <param name="dib">The object below <c>#!meta</c>.</param>
    /// <param name="defaultKernel">The kernel of cells that name none.</param>
    public static JsonElement ToNotebook(JsonElement dib, string defaultKernel)
    {
        var metadata = dib.Without(KernelInfo.Field);
        if (dib.Field(KernelInfo.Field) is { } info)
        {
            var polyglot = metadata.Field(KernelInfo.Polyglot) is { ValueKind: JsonValueKind.Object } present
                ? present
                : JsonValues.EmptyObject;
            metadata = metadata.With(KernelInfo.Polyglot, polyglot.With(KernelInfo.Field, info));
        }

        foreach (var (name, value) in Jupyter(defaultKernel))
        {
            metadata = metadata.Field(name) is null ? metadata.With(name, value) : metadata;
        }

        return metadata;
    }

    /// <summary>The object to write below <c>#!meta</c>.</summary>
    /// <param name="notebook">The metadata of the notebook.</param>
    /// <param name="info">The kernels of the notebook.</param>
    public static JsonObject ToDib(JsonElement notebook, KernelInfo info)
    {
        foreach (var (name, value) in Jupyter(info.DefaultKernelName!))
        {
            notebook = notebook.Field(name) is { } present && JsonElement.DeepEquals(present, value) ? notebook.Without(name) : notebook;
        }

        if (notebook.Field(KernelInfo.Polyglot) is { ValueKind: JsonValueKind.Object } polyglot)
        {
            polyglot = polyglot.Without(KernelInfo.Field);
            notebook = polyglot.EnumerateObject().Any()
                ? notebook.With(KernelInfo.Polyglot, polyglot)
                : notebook.Without(KernelInfo.Polyglot);
        }

        var dib = new JsonObject { [KernelInfo.Field] = info.ToJson() };
        foreach (var field in notebook.EnumerateObject().Where(field => !field.NameEquals(KernelInfo.Field)))
        {
            dib[field.Name] = JsonValues.Node(field.Value);
        }

        return dib;
    }

    // Jupyter starts .NET Interactive under one of three names; a notebook of any other of its kernels is started under the first.
    private static IEnumerable<(string Name, JsonElement Value)> Jupyter(string kernel)
    {
        (string name, string language) = kernel switch
        {
            "fsharp" => (".net-fsharp", "F#"),
            "pwsh" => (".net-powershell", "PowerShell"),
            _ => (".net-csharp", KernelLanguage.CSharp),
        };
        yield return (
            Specification,
            JsonValues.Of(new JsonObject { ["display_name"] = $".NET ({language})", ["language"] = language, ["name"] = name }));
        yield return (LanguageInfo, JsonValues.Of(new JsonObject { ["name"] = language }));
    }
}
