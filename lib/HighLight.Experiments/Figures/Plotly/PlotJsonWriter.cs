using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>
/// Writes JSON that a browser reads: NaN and infinities, for which JSON has no word, become null; characters that could end a script
/// element are escaped.
/// </summary>
internal sealed class PlotJsonWriter : JsonTextWriter
{
    private PlotJsonWriter(TextWriter writer)
        : base(writer)
    {
        Culture = CultureInfo.InvariantCulture;
        StringEscapeHandling = StringEscapeHandling.EscapeHtml;
        Formatting = Formatting.None;
    }

    public static string Write(object value)
    {
        var text = new StringBuilder();
        using (var writer = new PlotJsonWriter(new StringWriter(text, CultureInfo.InvariantCulture)))
        {
            JsonSerializer.Create().Serialize(writer, value);
        }

        return text.ToString();
    }

    public override void WriteValue(double value)
    {
        if (double.IsFinite(value))
        {
            base.WriteValue(value);
        }
        else
        {
            WriteNull();
        }
    }

    public override void WriteValue(double? value) => WriteValue(value ?? double.NaN);

    public override void WriteValue(float value)
    {
        if (float.IsFinite(value))
        {
            base.WriteValue(value);
        }
        else
        {
            WriteNull();
        }
    }

    public override void WriteValue(float? value) => WriteValue(value ?? float.NaN);
}
