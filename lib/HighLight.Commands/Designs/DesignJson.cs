using System.Text.Json.Nodes;
using HighLight.Commands.Evaluations;
using HighLight.Hardware;

namespace HighLight.Commands.Designs;

/// <summary>A design as a JSON object: the schema of <c>highlight designs --format json</c>.</summary>
internal static class DesignJson
{
    /// <summary>The object.</summary>
    public static JsonObject Of(Accelerator design)
    {
        var (array, buffer, files, dram) = (design.Array, design.GlobalBuffer, design.Accumulation, design.Dram);
        return new JsonObject
        {
            ["design"] = DesignArgument.NameOf(design),
            ["name"] = design.Name,
            ["description"] = design.Description,
            ["word_bits"] = design.WordBits,
            ["multipliers"] = array.Multipliers,
            ["spatial_m"] = array.SpatialM,
            ["spatial_k"] = array.SpatialK,
            ["spatial_n"] = array.SpatialN,
            ["buffer_bytes"] = buffer.CapacityBytes,
            ["buffer_row_bytes"] = buffer.RowBytes,
            ["metadata_bytes"] = buffer.MetadataCapacityBytes,
            ["metadata_row_bytes"] = buffer.MetadataRowBytes,
            ["accumulation_files"] = files.Files,
            ["accumulation_file_bytes"] = files.FileBytes,
            ["accumulation_tile_m"] = files.TileM,
            ["accumulation_tile_n"] = files.TileN,
            ["dram_read_bytes_per_cycle"] = dram.ReadBytesPerCycle,
            ["dram_write_bytes_per_cycle"] = dram.WriteBytesPerCycle,
            ["skipping"] = SkippingText.Of(design),
            ["a"] = Operand(design.A),
            ["b"] = Operand(design.B),
            ["compresses_output"] = design.CompressesOutput,
        };
    }

    private static JsonObject Operand(OperandSupport support) => new()
    {
        ["patterns"] = new JsonArray([.. support.Families.Select(family => JsonValue.Create(family.ToString()))]),
        ["structured_zeros"] = OperandSupportText.NameOf(support.StructuredZeros),
        ["structured_format"] = OperandSupportText.NameOf(support.StructuredFormat),
        ["unstructured_zeros"] = OperandSupportText.NameOf(support.UnstructuredZeros),
        ["unstructured_format"] = OperandSupportText.NameOf(support.UnstructuredFormat),
        ["runs_dense"] = support.RunsDense,
        ["others"] = OperandSupportText.Others(support),
    };
}
