using System.Text;
using System.Xml;

namespace HighLight.Commands.Reports;

/// <summary>How a report becomes a file.</summary>
internal static class XmlReport
{
    /// <summary>The XML that <paramref name="write"/> writes, as UTF-8.</summary>
    public static byte[] Render(Action<XmlWriter> write)
    {
        using var file = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(file, settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        file.WriteByte((byte)'\n');
        return file.ToArray();
    }
}
