using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HighLight.Notebooks;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>The exact sizes of one matrix in several formats, side by side.</summary>
[TypeFormatterSource(typeof(FormatComparisonFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class FormatComparison
{
    private FormatComparison(string matrix, ImmutableArray<FormatComparisonRow> rows)
    {
        Matrix = matrix;
        Rows = rows;
    }

    /// <summary>What the matrix is, for example <c>Int8 64×576</c>.</summary>
    public string Matrix { get; }

    /// <summary>Format and size, in the order asked for.</summary>
    public ImmutableArray<FormatComparisonRow> Rows { get; }

    /// <summary>Every format with its default parameters; HSS with <paramref name="layout"/> and offsets as wide as its pattern needs.</summary>
    public static ImmutableArray<SparseFormat> Formats(HssLayout layout) =>
    [
        new UncompressedFormat(), new BitmaskFormat(), new RunLengthFormat(), new CsrFormat(), new CscFormat(), new CoordinateListFormat(), new HssFormat(layout),
    ];

    /// <summary>
    /// The sizes of <paramref name="matrix"/> in <paramref name="formats"/>, without encoding it: a size in HSS does not say that the matrix obeys
    /// the pattern.
    /// </summary>
    /// <exception cref="ArgumentException">A format's parameters do not fit the matrix.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public static FormatComparison Of<T>(Matrix<T> matrix, params IEnumerable<SparseFormat> formats)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(formats);
        return new FormatComparison(
            Invariant($"{ElementTypes.Of<T>()} {matrix.Rows}×{matrix.Columns}"),
            [.. formats.Select(format => format.Measure(matrix))]);
    }

    /// <summary>A table for a notebook or a page: bits of data, metadata and both, by format.</summary>
    public string ToHtml()
    {
        string[] names = ["format", "data_bits", "metadata_bits", "total_bits"];
        return new XElement(
            "table",
            new XElement("caption", Matrix),
            new XElement("thead", new XElement("tr", names.Select(name => new XElement("th", name)))),
            new XElement("tbody", Rows.Select(row => new XElement(
                "tr", new XElement("td", row.Format), Number(row.Size.DataBits), Number(row.Size.MetadataBits), Number(row.Size.TotalBits)))))
            .ToString(SaveOptions.DisableFormatting);

        static XElement Number(long bits) => new("td", new XAttribute("style", "text-align:right"), bits);
    }

    /// <summary>A table in plain text: bits of data, metadata and both, by format.</summary>
    public override string ToString()
    {
        var names = Rows.Select(row => row.Format.ToString()).ToArray();
        var width = names.Append("format").Max(name => name.Length);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Matrix}\n{"format".PadRight(width)} {"data_bits",12} {"metadata_bits",14} {"total_bits",12}");
        foreach (var (name, size) in names.Zip(Rows, (name, row) => (name, row.Size)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{name.PadRight(width)} {size.DataBits,12} {size.MetadataBits,14} {size.TotalBits,12}");
        }

        return text.ToString();
    }
}
