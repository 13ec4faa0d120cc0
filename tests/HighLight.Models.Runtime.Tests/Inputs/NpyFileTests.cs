using System.Buffers.Binary;
using System.Text;
using HighLight.Models.Runtime.Inputs;

namespace HighLight.Models.Runtime.Tests.Inputs;

public class NpyFileTests
{
    private string _path = string.Empty;

    [SetUp]
    public void MakeFile() => _path = Path.GetTempFileName();

    [TearDown]
    public void RemoveFile() => File.Delete(_path);

    [TestCase("<f4", "0000803F 000000C0", 1, -2)]
    [TestCase("<f8", "000000000000F03F 00000000000000C0", 1, -2)]
    [TestCase("<f2", "003C 00C0", 1, -2)]
    [TestCase("|u1", "01 FF", 1, 255)]
    [TestCase("|i1", "01 FF", 1, -1)]
    [TestCase("|b1", "01 00", 1, 0)]
    [TestCase("<i2", "0100 FFFF", 1, -1)]
    [TestCase("<u2", "0100 FFFF", 1, 65535)]
    [TestCase("<i4", "01000000 FFFFFFFF", 1, -1)]
    [TestCase("<u4", "01000000 00000100", 1, 65536)]
    [TestCase("<i8", "0100000000000000 FFFFFFFFFFFFFFFF", 1, -1)]
    [TestCase("<u8", "0100000000000000 0000000000000080", 1, 9.223372036854775808E18f)]
    public void Read_EachType_GivesItsNumbers(string type, string data, float first, float second)
    {
        Write(Header(type, "(1, 2)"), Convert.FromHexString(data.Replace(" ", "", StringComparison.Ordinal)));
        var tensor = NpyFile.Read(_path);
        Assert.That(tensor.Shape, Is.EqualTo(new[] { 1, 2 }));
        Assert.That(tensor.Values.ToArray(), Is.EqualTo(new[] { first, second }));
        Assert.That(tensor.Origin, Is.EqualTo(Path.GetFileName(_path)));
    }

    [TestCase("()", 1)]
    [TestCase("(3,)", 3)]
    [TestCase("(2, 0)", 0)]
    public void Read_ScalarVectorAndEmpty_AreShapesToo(string shape, int count)
    {
        Write(Header("|u1", shape), new byte[count]);
        Assert.That(NpyFile.Read(_path).Values.Length, Is.EqualTo(count));
    }

    [Test]
    public void Read_VersionTwo_HasAWiderLength()
    {
        var text = Encoding.UTF8.GetBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }\n");
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        File.WriteAllBytes(_path, [0x93, .. "NUMPY"u8, 2, 0, .. length, .. text, 0, 0, 0x80, 0x3F]);
        Assert.That(NpyFile.Read(_path).Values.ToArray(), Is.EqualTo(new[] { 1f }));
    }

    private static IEnumerable<TestCaseData> Bad()
    {
        yield return new TestCaseData(Array.Empty<byte>(), "no .npy file");
        yield return new TestCaseData("PK\u0003\u0004 an archive of arrays"u8.ToArray(), "no .npy file");
        yield return new TestCaseData(Bytes(Header(">f4", "(1,)"), new byte[4]), "type '>f4'");
        yield return new TestCaseData(Bytes(Header("<c8", "(1,)"), new byte[8]), "type '<c8'");
        yield return new TestCaseData(Bytes(Header("<f4", "(2,)"), new byte[4]), "8 bytes, but 4");
        yield return new TestCaseData(Bytes(Header("<f4", "(1,)"), new byte[8]), "4 bytes, but 8");
        yield return new TestCaseData(Bytes(Header("<f4", "(2000000000,)"), new byte[8]), "but 8 follow");
        yield return new TestCaseData(Bytes(Header("<f4", "(2000000000, 2000000000, 2000000000)"), new byte[8]), "is none of an array");
        yield return new TestCaseData(Bytes(Header("<f4", "(-1,)"), new byte[8]), "is none of an array");
        yield return new TestCaseData(Bytes("{'descr': '<f4', 'fortran_order': True, 'shape': (1,)}", new byte[4]), "C order");
        yield return new TestCaseData(Bytes("{'descr': '<f4', 'fortran_order': False}", new byte[4]), "no shape");
        yield return new TestCaseData(Bytes("{'fortran_order': False, 'shape': (1,)}", new byte[4]), "no element type");
        yield return new TestCaseData(new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 9, 0, 4, 0, 1, 2, 3, 4 }, "Version 9");
        yield return new TestCaseData(new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 2, 0, 255, 255, 255, 255, 3, 4 }, "4294967295 bytes");
    }

    [TestCaseSource(nameof(Bad))]
    public void Read_WhatIsNoArray_IsOneClearError(byte[] content, string expected)
    {
        File.WriteAllBytes(_path, content);
        Assert.That(() => NpyFile.Read(_path), Throws.TypeOf<NpyFormatException>().With.Message.StartsWith(_path).And.Message.Contains(expected));
    }

    [Test]
    public void Read_MissingFile_IsOneClearError() =>
        Assert.That(() => NpyFile.Read(_path + ".none"), Throws.TypeOf<NpyFormatException>().With.Message.Contains("cannot be read"));

    private void Write(string header, byte[] data) => File.WriteAllBytes(_path, Bytes(header, data));

    private static string Header(string type, string shape) => $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}";

    private static byte[] Bytes(string header, byte[] data)
    {
        // NumPy fills the header up with spaces to a multiple of 64.
        var text = header.PadRight(((10 + header.Length + 64) / 64 * 64) - 11) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.ASCII.GetBytes(text), .. data];
    }
}
