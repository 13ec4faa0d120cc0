using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using HighLight.Sparsity;

namespace HighLight.Commands.Patterns;

/// <summary>A family as JSON: the schema of <c>highlight patterns --format json</c>; the objects of its patterns are the rows of csv.</summary>
internal static class PatternJson
{
    /// <summary>The whole listing.</summary>
    public static JsonObject Of(FamilyListing listing) => new()
    {
        ["family"] = listing.Family.ToString(),
        ["patterns_count"] = listing.Patterns.Length,
        ["distinct_degrees"] = new JsonArray([.. listing.Degrees.Select(degree => JsonValue.Create(Exact(degree)))]),
        ["mux_words_per_lane"] = listing.Muxes.WordsPerLane.ToDouble(),
        ["mux_selectors_per_lane"] = listing.Muxes.SelectorsPerLane.ToDouble(),
        ["patterns"] = new JsonArray([.. listing.Patterns.Select(pattern => Of(listing, pattern))]),
    };

    /// <summary>One pattern. Exact values are texts such as <c>3/8</c>; counts of a group are numbers.</summary>
    public static JsonObject Of(FamilyListing listing, HssPattern pattern) => new()
    {
        ["pattern"] = pattern.ToString(),
        ["density"] = Exact(pattern.Density),
        ["degree"] = Exact(pattern.SparsityDegree),
        ["degree_percent"] = (pattern.SparsityDegree * 100).ToDouble(),
        ["group_values"] = Number(pattern.GroupSize),
        ["group_kept_values"] = Number(pattern.KeptPerGroup),
        ["group_metadata_bits"] = Number(listing.MetadataBits(pattern)),
        ["mux_words_per_lane"] = FamilyListing.MuxesOf(pattern).WordsPerLane.ToDouble(),
        ["family_mux_words_per_lane"] = listing.Muxes.WordsPerLane.ToDouble(),
    };

    private static string Exact(Fraction value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A whole number of any size, without an exponent.</summary>
    private static JsonNode Number(BigInteger value) => JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture))!;
}
