using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace HighLight.Commands.Parameters;

/// <summary>Reads parameters from JSON text.</summary>
internal static class JsonParameters
{
    /// <summary>The parameters in the order of the text.</summary>
    /// <exception cref="ParameterFileException">The text is not JSON, or not an object.</exception>
    public static ImmutableArray<NotebookParameter> Read(string text, ParameterFileProblems problems)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ParameterFile.MaximumDepth + 1 });
        try
        {
            return ReadObject(ref reader, bytes, problems);
        }
        catch (JsonException exception)
        {
            throw new ParameterFileException(exception.LineNumber + 1, $"not valid JSON: {Reason(exception.Message)}");
        }
    }

    private static ImmutableArray<NotebookParameter> ReadObject(ref Utf8JsonReader reader, byte[] bytes, ParameterFileProblems problems)
    {
        var parameters = ImmutableArray.CreateBuilder<NotebookParameter>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ParameterFileException(1, "it must hold an object whose keys are the parameters, such as {\"name\": 8}.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var line = Line(bytes, reader.TokenStartIndex);
            var name = Text(ref reader);
            if (name is null || ParameterName.Problem(name) is not null)
            {
                problems.Add(line, name is null ? "a name holds half of a character (a lone surrogate)." : ParameterName.Problem(name)!);
            }
            else if (!lines.TryAdd(name, line))
            {
                problems.Add(line, Invariant($"'{name}' is given twice; first in line {lines[name]}. Keep one."));
            }

            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (Check(ref reader, bytes, name ?? "?", problems))
            {
                var value = JsonElement.Parse(bytes.AsSpan(start, (int)reader.BytesConsumed - start));
                parameters.Add(new NotebookParameter(name ?? "?", value, IsText: false));
            }
        }

        // Whatever follows the object is an error of the reader's.
        reader.Read();
        return parameters.ToImmutable();
    }

    /// <summary>Goes through a value to its end; false when it cannot be that of a parameter.</summary>
    private static bool Check(ref Utf8JsonReader reader, byte[] bytes, string path, ParameterFileProblems problems)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                problems.AddKind(Line(bytes, reader.TokenStartIndex), path, "an object");
                reader.Skip();
                return false;
            case JsonTokenType.StartArray:
                var good = true;
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    good &= Check(ref reader, bytes, Invariant($"{path}[{index}]"), problems);
                }

                return good;
            case JsonTokenType.Number when !(reader.TryGetDouble(out var number) && double.IsFinite(number)):
                problems.AddNumber(Line(bytes, reader.TokenStartIndex), path, Encoding.UTF8.GetString(reader.ValueSpan));
                return false;
            case JsonTokenType.String when Text(ref reader) is null:
                problems.Add(Line(bytes, reader.TokenStartIndex), $"'{path}' holds half of a character (a lone surrogate).");
                return false;
            default:
                return true;
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
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

    private static long Line(byte[] bytes, long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');

    /// <summary>The runtime's message without the position that it appends, which counts from 0.</summary>
    private static string Reason(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is >= 0 and var end ? message[..end] : message;
}
