using System.Security.Cryptography;
using System.Text;

namespace HighLight.Commands.Reports;

/// <summary>Identities that a name always gets again, so that a test is known from one run to the next.</summary>
internal static class StableGuid
{
    /// <summary>The identity of <paramref name="name"/>: a GUID of version 8 (RFC 9562) from its SHA-256.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("highlight run\n" + name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
