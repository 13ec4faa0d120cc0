using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// A JSON value as it stands in the file: its grammar has been checked, at any depth, but not what it holds. So a value that no one needs
/// can be passed over whatever is in it.
/// </summary>
internal readonly record struct RawJson
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private readonly ReadOnlyMemory<byte> _utf8;

    private RawJson(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    public JsonValueKind Kind => _utf8.Span[0] switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    /// <exception cref="JsonException">The bytes are not one JSON value.</exception>
    public static RawJson Of(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span, AnyDepth);
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        int end = (int)reader.BytesConsumed;
        while (reader.Read())
        {
        }

        return new RawJson(utf8[start..end]);
    }

    /// <exception cref="JsonException">See <see cref="JsonValues.Parse"/>.</exception>
    public JsonElement Parse() => JsonValues.Parse(_utf8);

    /// <summary>The items of an array.</summary>
    public ImmutableArray<RawJson> Items()
    {
        var items = ImmutableArray.CreateBuilder<RawJson>();
        var reader = new Utf8JsonReader(_utf8.Span, AnyDepth);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader));
        }

        return items.ToImmutable();
    }

    /// <summary>The fields of an object; a name that cannot be read is null.</summary>
    public ImmutableArray<(string? Name, RawJson Value)> Fields()
    {
        var fields = ImmutableArray.CreateBuilder<(string? Name, RawJson Value)>();
        var reader = new Utf8JsonReader(_utf8.Span, AnyDepth);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string? name = Name(ref reader);
            reader.Read();
            fields.Add((name, Value(ref reader)));
        }

        return fields.ToImmutable();
    }

    private static string? Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private RawJson Value(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new RawJson(_utf8[start..(int)reader.BytesConsumed]);
    }
}
