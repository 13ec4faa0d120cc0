namespace HighLight.Notebooks.Tests.Formatting;

/// <summary>A type with formatters by .NET Interactive's convention, all names and shapes as a library without that dependency writes them.</summary>
[TypeFormatterSource(typeof(TemperatureFormatters), PreferredMimeTypes = ["text/html"])]
internal sealed record Temperature(double Kelvin);

[TypeFormatterSource(typeof(TemperatureFormatters))]
internal sealed record UnrankedTemperature(double Kelvin);

[TypeFormatterSource(typeof(FailingFormatters))]
internal sealed record Failing;

[TypeFormatterSource(typeof(string))]
internal sealed record Misdeclared;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}

public sealed class TemperatureFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TemperatureFormatter("text/html", "<b>{0}</b>", declines: false),
        new TemperatureFormatter("text/plain", "{0} K", declines: false),
        new TemperatureFormatter("text/markdown", "never", declines: true),
        new StringOnlyFormatter(),
    ];
}

public sealed class TemperatureFormatter(string mimeType, string format, bool declines)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        double kelvin = instance is Temperature t ? t.Kelvin : ((UnrankedTemperature)instance).Kelvin;
        writer.Write(format, kelvin);
        return !declines;
    }
}

public sealed class StringOnlyFormatter
{
    public string MimeType => "text/latex";

    public Type Type => typeof(string);

    public bool Format(object instance, TextWriter writer) => throw new InvalidOperationException("not for this type");
}

public sealed class FailingFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new FailingFormatter()];
}

public sealed class FailingFormatter
{
    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer) => throw new FormatException("bad luck");
}
