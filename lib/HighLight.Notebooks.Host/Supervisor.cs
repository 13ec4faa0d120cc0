using System.Text;
using System.Text.Json;

namespace HighLight.Notebooks.Host;

/// <summary>
/// The process that started this one and follows it. Its first line says what to run with; the end of its stream means that it has died.
/// </summary>
/// <param name="input">The standard input.</param>
internal sealed class Supervisor(Stream input)
{
    /// <summary>The longest first line, in bytes.</summary>
    private const int LineLimit = 16 * 1024 * 1024;

    /// <summary>Reads the first line.</summary>
    /// <returns>A JSON object; null if the supervisor has died.</returns>
    /// <exception cref="HostUsageException">The line is not a JSON object.</exception>
    public JsonElement? ReadOrder()
    {
        if (ReadLine() is not { } line)
        {
            return null;
        }

        try
        {
            var order = JsonSerializer.Deserialize<JsonElement>(line);
            return order.ValueKind == JsonValueKind.Object ? order : throw Refusal("it is not an object");
        }
        catch (JsonException exception)
        {
            throw Refusal(exception.Message);
        }
    }

    /// <summary>Calls an action when the supervisor has died.</summary>
    public void Watch(Action died)
    {
        new Thread(() =>
        {
            var rest = new byte[256];
            try
            {
                while (input.Read(rest) > 0)
                {
                    // It has nothing more to say.
                }
            }
            catch (IOException)
            {
                // An end as well.
            }

            died();
        })
        {
            IsBackground = true,
            Name = "supervisor",
        }.Start();
    }

    private string? ReadLine()
    {
        using var line = new MemoryStream();
        while (input.ReadByte() is var next && next != '\n')
        {
            if (next < 0)
            {
                return null;
            }

            if (line.Length == LineLimit)
            {
                throw Refusal(Invariant($"it is longer than {LineLimit} bytes"));
            }

            line.WriteByte((byte)next);
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }

    private static HostUsageException Refusal(string why) =>
        new($"With --supervised the first line of standard input is a JSON object such as {{\"parameters\":{{}}}}: {why}.");
}
