using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>The exact sizes of one matrix in several formats, side by side.</summary>
/// <param name="Matrix">What the matrix is, for example <c>Int8 64×576</c>.</param>
/// <param name="Rows">Format and size, in the order asked for.</param>
public sealed record FormatComparison(string Matrix, ImmutableArray<(SparseFormat Format, FormatSize Size)> Rows)
{
    /// <summary>Every format with its default parameters, and HSS with <paramref name="layout"/>, its offsets as wide as its pattern needs.</summary>
    public static ImmutableArray<SparseFormat> Formats(HssLayout layout) =>
    [
        new UncompressedFormat(), new BitmaskFormat(), new RunLengthFormat(), new CsrFormat(), new CscFormat(), new CoordinateListFormat(), new HssFormat(layout),
    ];

    /// <summary>The sizes of <paramref name="matrix"/> in <paramref name="formats"/>; encoded nowhere.</summary>
    /// <exception cref="ArgumentException">A format's parameters do not fit the matrix.</exception>
    public static FormatComparison Of<T>(Matrix<T> matrix, params IEnumerable<SparseFormat> formats)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(formats);
        return new FormatComparison(
            Invariant($"{ElementTypes.Of<T>()} {matrix.Rows}×{matrix.Columns}"), [.. formats.Select(format => (format, format.SizeOf(matrix)))]);
    }

    /// <summary>A table in plain text: bits of data, metadata and both, by format.</summary>
    public override string ToString()
    {
        var width = Rows.Select(row => row.Format.ToString().Length).Append("format".Length).Max();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Matrix}\n{"format".PadRight(width)} {"data_bits",12} {"metadata_bits",14} {"total_bits",12}");
        foreach (var (format, size) in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{format.ToString().PadRight(width)} {size.DataBits,12} {size.MetadataBits,14} {size.TotalBits,12}");
        }

        return text.ToString();
    }
}
