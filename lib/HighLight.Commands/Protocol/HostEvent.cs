namespace HighLight.Commands.Protocol;

/// <summary>Something a notebook host reports while it runs a notebook: one JSON object on a line of its standard output.</summary>
internal abstract record HostEvent;
