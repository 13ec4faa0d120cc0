using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// What polyglot notebooks say about their kernels: <c>polyglot_notebook.kernelInfo</c> in .ipynb files, <c>kernelInfo</c> in .dib files.
/// Without it dotnet-repl does not run a notebook.
/// </summary>
/// <param name="DefaultKernelName">The kernel of cells that name none; null if it is not told.</param>
/// <param name="Kernels">The kernels that are described.</param>
internal sealed record KernelInfo(string? DefaultKernelName, ImmutableArray<Kernel> Kernels)
{
    public const string Polyglot = "polyglot_notebook";
    public const string Field = "kernelInfo";

    private const string Default = "defaultKernelName";
    private const string Items = "items";

    /// <summary>Reads the JSON value of <see cref="Field"/>; what does not belong there is passed over.</summary>
    public static KernelInfo Of(JsonElement? json) => new(
        json?.Text(Default),
        json?.Field(Items) is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Select(Kernel.Of).OfType<Kernel>()]
            : []);

    /// <summary>The name of the default kernel; null if the notebook's metadata name none.</summary>
    public static string? DefaultKernel(JsonElement metadata) =>
        metadata.Text(Polyglot, Field, Default) ?? metadata.Text(Polyglot, Default) ?? metadata.Text("dotnet_interactive", Default);

    /// <summary>The metadata with the information for one C# kernel, unless they have some already.</summary>
    public static JsonElement Add(JsonElement metadata)
    {
        var polyglot = metadata.Field(Polyglot) ?? JsonValues.EmptyObject;
        return polyglot.ValueKind != JsonValueKind.Object || polyglot.Field(Field) is not null
            ? metadata
            : metadata.With(Polyglot, polyglot.With(Field, JsonValues.Of(new KernelInfo(Kernel.CSharp.Name, [Kernel.CSharp]).ToJson())));
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (DefaultKernelName is not null)
        {
            json[Default] = DefaultKernelName;
        }

        json[Items] = new JsonArray([.. Kernels.Select(kernel => (JsonNode)kernel.ToJson())]);
        return json;
    }
}
