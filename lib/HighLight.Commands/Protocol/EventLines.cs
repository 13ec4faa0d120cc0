namespace HighLight.Commands.Protocol;

/// <summary>The events among the lines of a host's standard output.</summary>
internal static class EventLines
{
    /// <summary>Reads <paramref name="output"/> to its end and passes every event on; other lines are passed over.</summary>
    public static async Task FollowAsync(Stream output, Action<HostEvent> report)
    {
        await foreach (var line in new BoundedLineReader(output).ReadAsync())
        {
            if (HostEventParser.TryParse(line, out var hostEvent))
            {
                report(hostEvent);
            }
        }
    }
}
