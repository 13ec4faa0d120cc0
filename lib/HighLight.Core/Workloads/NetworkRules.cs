using System.Collections.Immutable;
using Columns = HighLight.Workloads.LayerColumns;

namespace HighLight.Workloads;

/// <summary>What holds within and between the layers of any network.</summary>
internal static class NetworkRules
{
    /// <summary>What is said of a name that is none.</summary>
    public const string NoName = "this is no name for a layer.";

    private const int MaxName = 200;

    /// <summary>A message lists no more names than this.</summary>
    private const int MaxListed = 200;

    /// <summary>What a layer may be called.</summary>
    public static readonly string LegalName = Invariant($"1..{MaxName} characters that print, no space at either end.");

    /// <summary>Every violation: the index of the layer, the column of a table that it is about, what is wrong, and what may stand there.</summary>
    public static ImmutableArray<(int Layer, string Column, string Message, string Legal)> Violations(ImmutableArray<Layer> layers)
    {
        var violations = ImmutableArray.CreateBuilder<(int, string, string, string)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var (macs, weights) = (Int128.Zero, Int128.Zero);
        for (var i = 0; i < layers.Length; i++)
        {
            var layer = layers[i];
            void Add(string column, string message, string legal) => violations.Add((i, column, message, legal));
            if (!IsName(layer.Name))
            {
                Add(Columns.Name, NoName, LegalName);
            }

            AddProduct(layer, Add);
            if (layer.InputFrom is { } writer)
            {
                AddReading(layer, places.TryGetValue(writer, out var place) ? layers[place] : null, places.Keys, Add);
            }

            if (!places.TryAdd(layer.Name, i))
            {
                Add(Columns.Name, Invariant($"'{layer.Name}' stands twice."), "Every layer has a name of its own; equal layers are one row with a count.");
            }

            var fitted = macs <= long.MaxValue && weights <= long.MaxValue;
            macs += (Int128)layer.Gemm.M * layer.Gemm.K * layer.Gemm.N * layer.Count;
            weights += layer.HasWeights ? (Int128)layer.Gemm.ValuesOfA * layer.Count : 0;
            if (fitted && (macs > long.MaxValue || weights > long.MaxValue))
            {
                Add("", Invariant($"up to here the network has more than {long.MaxValue} multiply-accumulates or weights."), "Check m, k, n and count.");
            }
        }

        return violations.ToImmutable();
    }

    /// <summary>Whether a layer may be called so.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= MaxName && name.Trim().Length == name.Length && !name.Any(char.IsControl);

    private static void AddProduct(Layer layer, Action<string, string, string> add)
    {
        if (layer.Count < 1)
        {
            add(Columns.Count, Invariant($"{layer.Count} products."), "A whole number, 1 or more.");
        }

        if (layer.Convolution is not { } convolution)
        {
            return;
        }

        if (convolution.Problems() is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                add("", problem, "");
            }

            return;
        }

        var gemm = convolution.GroupGemm();
        foreach (var (column, given, right) in (ReadOnlySpan<(string, int, int)>)[(Columns.M, layer.Gemm.M, gemm.M), (Columns.K, layer.Gemm.K, gemm.K), (Columns.N, layer.Gemm.N, gemm.N)])
        {
            if (given != right)
            {
                add(column, Invariant($"{given} is not what the convolution comes to, which is {right} (one group: {gemm})."), "Correct the geometry, or leave the field empty.");
            }
        }

        if (layer.Count % convolution.Groups != 0)
        {
            add(Columns.Count, Invariant($"{layer.Count} products of {convolution.Groups} groups."), "A multiple of the groups: one product a group.");
        }
    }

    private static void AddReading(Layer reader, Layer? writer, Dictionary<string, int>.KeyCollection known, Action<string, string, string> add)
    {
        if (writer is null)
        {
            add(Columns.InputFrom, Invariant($"there is no earlier layer '{reader.InputFrom}'."), known.Count <= MaxListed ? NearestName.Advice(reader.InputFrom!, known) : "Name a layer that stands above it, or leave the field empty.");
            return;
        }

        var written = (Int128)writer.Gemm.ValuesOfZ * writer.Count;
        if (written != reader.InputValues)
        {
            add(Columns.InputFrom, Invariant($"'{writer.Name}' writes {written} values, but {reader.InputValues} are read."), "Correct the dimensions, or leave the field empty where something lies between.");
        }

        if (writer.Output.Value != reader.Input.Value)
        {
            add(Columns.Density("input"), Invariant($"{reader.Input.Value} are read of what '{writer.Name}' writes with a density of {writer.Output.Value}."), "One tensor has one density.");
        }
    }
}
