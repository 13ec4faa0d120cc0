using System.Globalization;
using System.Text;
using HighLight.Csv;

namespace HighLight.Technology;

/// <summary>Writes rows in the columns of <see cref="TechnologyCsvReader"/>.</summary>
internal static class TechnologyCsvWriter
{
    public static string Write(IEnumerable<TechnologyRow> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', TechnologyCsvReader.Columns).Append('\n');
        foreach (var row in rows)
        {
            var value = row.Value.ToString("R", CultureInfo.InvariantCulture);
            text.AppendJoin(',', (string[])[
                row.Key.Component,
                Invariant($"{row.Key.WidthBits}"),
                Invariant($"{row.Key.SizeBytes}"),
                Invariant($"{row.Banks}"),
                row.Action,
                row.IsArea ? "" : value,
                row.IsArea ? value : "",
                Invariant($"{row.NodeNm}"),
                row.Tag.ToString().ToLowerInvariant(),
                CsvText.Quote(row.Source),
                CsvText.Quote(row.Note),
            ]).Append('\n');
        }

        return text.ToString();
    }
}
