namespace HighLight.Formats;

/// <summary>The formats. The numbers are those of the <c>.hss</c> file.</summary>
public enum FormatId : byte
{
    /// <summary><see cref="UncompressedFormat"/>.</summary>
    Uncompressed = 1,

    /// <summary><see cref="BitmaskFormat"/>.</summary>
    Bitmask = 2,

    /// <summary><see cref="RunLengthFormat"/>.</summary>
    RunLength = 3,

    /// <summary><see cref="CsrFormat"/>.</summary>
    Csr = 4,

    /// <summary><see cref="CscFormat"/>.</summary>
    Csc = 5,

    /// <summary><see cref="CoordinateListFormat"/>.</summary>
    CoordinateList = 6,

    /// <summary><see cref="HssFormat"/>.</summary>
    Hss = 7,
}
