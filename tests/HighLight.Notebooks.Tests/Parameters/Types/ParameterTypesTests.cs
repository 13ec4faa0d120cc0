using System.Text.Json;
using CsCheck;
using HighLight.Notebooks.Parameters;
using HighLight.Notebooks.Parameters.Types;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace HighLight.Notebooks.Tests.Parameters.Types;

internal sealed class ParameterTypesTests
{
    // One compilation for all: each variable has the name of its type.
    private static readonly Lazy<Dictionary<string, DeclaredParameter>> Declared = new(() => DeclaredParameters.Of(
        """
        bool tBool = true; sbyte tSByte = 1; byte tByte = 1; short tShort = 1; ushort tUShort = 1; int tInt = 8; uint tUInt = 1;
        long tLong = 1; ulong tULong = 1;
        float tFloat = 1; double tDouble = 1; decimal tDecimal = 1; char tChar = 'a'; string tString = "a"; string tNullString = null;
        string? tStringOrNull = "a";
        int? tIntOrNull = 1; bool? tBoolOrNull = null; double[] tDoubles = { 1 }; int[] tInts = [1, 2]; string[] tStrings = [];
        int?[] tIntsOrNull = [null];
        int[][] tRows = []; List<int> tList = []; IReadOnlyList<double> tReadOnly = [];
        System.Collections.Immutable.ImmutableArray<int> tImmutable = []; int tBare;
        var vMinus = -1; var vProduct = 1024 * 4; var vHalf = 0.5; var vLong = 1L << 40; var vText = $"a{vMinus}";
        var vArray = new[] { 1.5, 2 }; var vFlag = !true;
        var vRange = Enumerable.Range(0, 3).ToArray(); var vSum = tInt + vHalf; var vNull = (string)null;
        enum Colour { Red, @class }
        Guid tGuid; DateTime tDateTime; DateTimeOffset tOffset; DateOnly tDate; TimeOnly tTime; TimeSpan tSpan; TimeSpan? tSpanOrNull;
        Half tHalf; System.Numerics.BigInteger tBig; DayOfWeek tEnum; DayOfWeek? tEnumOrNull; Colour tColour; Guid[] tGuids;
        object nObject = 1; dynamic nDynamic = 1; Missing.Kind nEnum = default; int[,] nMatrix = null;
        Setting nUnknown = new();
        var nBroken = Missing(); Dictionary<string, int> nMap = []; (int, int) nPair = (1, 2);
        nint nNative = 1; Setting[] nSettings = [];
        """).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal));

    [TestCase("tBool", "true", "true")]
    [TestCase("tBool", "False", "false")]
    [TestCase("tInt", "16", "16")]
    [TestCase("tInt", "-2147483648", "-2147483648")]
    [TestCase("tInt", " +7 ", "7")]
    [TestCase("tBare", "1", "1")]
    [TestCase("tLong", "9223372036854775807", "9223372036854775807L")]
    [TestCase("tLong", "-9223372036854775808", "-9223372036854775808L")]
    [TestCase("tULong", "18446744073709551615", "18446744073709551615ul")]
    [TestCase("tUInt", "4294967295", "4294967295u")]
    [TestCase("tByte", "255", "255")]
    [TestCase("tSByte", "-128", "-128")]
    [TestCase("tShort", "-32768", "-32768")]
    [TestCase("tUShort", "65535", "65535")]
    [TestCase("tDouble", "8", "8.0")]
    [TestCase("tDouble", "1e17", "1E+17")]
    [TestCase("tDouble", "0.1", "0.1")]
    [TestCase("tDouble", "-0", "-0.0")]
    [TestCase("tDouble", "NaN", "double.NaN")]
    [TestCase("tDouble", "-Infinity", "double.NegativeInfinity")]
    [TestCase("tFloat", "0.1", "0.1f")]
    [TestCase("tFloat", "Infinity", "float.PositiveInfinity")]
    [TestCase("tDecimal", "1.50", "1.50m")]
    [TestCase("tChar", "\n", "'\\n'")]
    [TestCase("tChar", "'", "'\\''")]
    [TestCase("tString", "8", "\"8\"")]
    [TestCase("tString", "", "\"\"")]
    [TestCase("tString", "null", "\"null\"")]
    [TestCase("tStringOrNull", "null", "\"null\"")]
    [TestCase("tString", "a\"b\\\n\u2028é😀", "\"a\\\"b\\\\\\n\\u2028é😀\"")]
    [TestCase("tIntOrNull", "null", "null")]
    [TestCase("tIntOrNull", "5", "5")]
    [TestCase("tBoolOrNull", "TRUE", "true")]
    [TestCase("tDoubles", "[1, 2.5, \"NaN\"]", "[1.0, 2.5, double.NaN]")]
    [TestCase("tInts", "[]", "[]")]
    [TestCase("tStrings", "[\"a\",\"\"]", "[\"a\", \"\"]")]
    [TestCase("tIntsOrNull", "[1,null]", "[1, null]")]
    [TestCase("tRows", "[[1],[]]", "[[1], []]")]
    [TestCase("tList", "[1]", "[1]")]
    [TestCase("tReadOnly", "[1]", "[1.0]")]
    [TestCase("tImmutable", "[1]", "[1]")]
    [TestCase("vMinus", "3", "3")]
    [TestCase("vProduct", "3", "3")]
    [TestCase("vHalf", "3", "3.0")]
    [TestCase("vLong", "3", "3L")]
    [TestCase("vText", "3", "\"3\"")]
    [TestCase("vArray", "[3]", "[3.0]")]
    [TestCase("vFlag", "true", "true")]
    [TestCase("vRange", "[3]", "[3]")]
    [TestCase("vSum", "3", "3.0")]
    public void FromText_LegalValue_IsALiteralOfTheType(string parameter, string text, string code) =>
        Assert.That(Type(parameter).FromText(text), Is.EqualTo(ParameterLiteral.Of(code)));

    [TestCase("tGuid", "{0f8fad5b-d9cb-469f-a165-70867728950e}", "is not an identifier such as")]
    [TestCase("tDateTime", "31.01.2026", "is not a date and time in ISO 8601")]
    [TestCase("tDateTime", "2026-01-31T12:30:00+01:00", "without a time zone or with Z")]
    [TestCase("tOffset", "2026-01-31T12:30:00", "with its offset")]
    [TestCase("tDate", "2026-02-30", "is not a date in ISO 8601")]
    [TestCase("tTime", "24:00", "is not a time in ISO 8601")]
    [TestCase("tSpan", "90", "is not a duration of the form")]
    [TestCase("tHalf", "65536", "within the range of Half")]
    [TestCase("tBig", "1.0", "is not an integer of at most")]
    [TestCase("tEnum", "monday", "'monday' is not a member of the enumeration: Sunday, Monday")]
    [TestCase("tEnum", "1", "'1' is not a member")]
    [TestCase("tBool", "1", "'1' is not true or false")]
    [TestCase("tInt", "2147483648", "'2147483648' is not an integer from -2147483648 to 2147483647")]
    [TestCase("tInt", "8.0", "'8.0' is not an integer")]
    [TestCase("tInt", "1e3", "'1e3' is not an integer")]
    [TestCase("tInt", "", "'' is not an integer")]
    [TestCase("tInt", "1,000", "'1,000' is not an integer")]
    [TestCase("tByte", "256", "'256' is not an integer from 0 to 255")]
    [TestCase("tUInt", "-1", "'-1' is not an integer from 0")]
    [TestCase("tDouble", "1e999", "'1e999' is not a number")]
    [TestCase("tDouble", "0,5", "'0,5' is not a number")]
    [TestCase("tDouble", "nan", "'nan' is not a number")]
    [TestCase("tFloat", "1e39", "within the range of float")]
    [TestCase("tDecimal", "1e30", "within the range of decimal")]
    [TestCase("tChar", "ab", "'ab' is not one character")]
    [TestCase("tIntOrNull", "x", "'x' is not an integer from -2147483648 to 2147483647, or null")]
    [TestCase("tInts", "1,2", "'1,2' is not a list in JSON, such as [] or [a, b], of which each item is an integer")]
    [TestCase("tInts", "[1,2.5]", "item 2: 2.5 is not an integer")]
    [TestCase("tInts", "[\"1\"]", "item 1: \"1\" is not an integer")]
    [TestCase("tInts", "[null]", "item 1: null is not an integer")]
    [TestCase("tRows", "[[1],[\"x\"]]", "item 2: item 1: \"x\" is not an integer")]
    [TestCase("tStrings", "[\"\\ud800\"]", "is not a list in JSON")]
    public void FromText_IllegalValue_NamesTheLegalForm(string parameter, string text, string problem) =>
        Assert.That(Type(parameter).FromText(text).Problem, Does.Contain(problem));

    // Attributes are stored as UTF-8 and cannot hold half a surrogate pair.
    [Test]
    public void FromText_HalfASurrogatePair_IsRefused() =>
        Assert.That(
            new[] { "a\ud800", "\udc00", "\ud83d\ud83d\ude00" }.Select(text => Type("tString").FromText(text).Problem),
            Is.All.Contains("well-formed Unicode"));

    [TestCase("tInt", "8", "8")]
    [TestCase("tDouble", "8", "8.0")]
    [TestCase("tDouble", "1.5e2", "150.0")]
    [TestCase("tDouble", "\"NaN\"", "double.NaN")]
    [TestCase("tBool", "true", "true")]
    [TestCase("tString", "\"8\"", "\"8\"")]
    [TestCase("tChar", "\"x\"", "'x'")]
    [TestCase("tStringOrNull", "null", "null")]
    [TestCase("tNullString", "null", "null")]
    [TestCase("tIntOrNull", "null", "null")]
    [TestCase("tInts", "[1]", "[1]")]
    public void FromJson_ValueOfTheType_IsALiteral(string parameter, string json, string code) =>
        Assert.That(Type(parameter).FromJson(Json(json)), Is.EqualTo(ParameterLiteral.Of(code)));

    [TestCase("tSpan", "90", "90 is not a duration")]
    [TestCase("tEnum", "1", "1 is not a member")]
    [TestCase("tInt", "\"8\"", "\"8\" is not an integer")]
    [TestCase("tInt", "8.5", "8.5 is not an integer")]
    [TestCase("tInt", "null", "null is not an integer")]
    [TestCase("tString", "8", "8 is a number, but a string is required; write it in quotes: \"8\"")]
    [TestCase("tString", "true", "true is a boolean, but a string is required; write it in quotes: \"true\"")]
    [TestCase("tString", "[1]", "[1] is an array, but a string is required")]
    [TestCase("tString", "null", "it is null, but a string is required")]
    [TestCase("tString", "\"\\ud800\"", "is not a string of well-formed Unicode")]
    [TestCase("tBool", "\"true\"", "is not true or false")]
    [TestCase("tBool", "1", "1 is not true or false")]
    [TestCase("tDouble", "\"0.5\"", "is not a number")]
    [TestCase("tDouble", "1e999", "is not a number")]
    [TestCase("tInts", "8", "8 is not a list")]
    [TestCase("tInts", "null", "null is not a list")]
    public void FromJson_AnotherType_IsRefused(string parameter, string json, string problem) =>
        Assert.That(Type(parameter).FromJson(Json(json)).Problem, Does.Contain(problem));

    [Test]
    public void Of_OtherTypes_CannotBeGiven() =>
        Assert.That(
            Declared.Value.Values.Where(parameter => parameter.Name.StartsWith('n')).Select(parameter => parameter.Type).ToArray(),
            Has.Length.EqualTo(10).And.All.Null);

    [Test]
    public void FromText_AnyString_IsReadBackByTheCompiler() =>
        Gen.String.Where(text => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text).Sample(text =>
    {
        var token = SyntaxFactory.ParseToken(Type("tString").FromText(text).Code!);
        Assert.That(
            (token.Kind(), token.ValueText, token.GetDiagnostics().Any()),
            Is.EqualTo((SyntaxKind.StringLiteralToken, text, false)));
    });

    [Test]
    public void FromText_AnyDouble_IsReadBackExactly() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        string code = Type("tDouble").FromText(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Code!;
        double value = (double)SyntaxFactory.ParseToken(code.TrimStart('-')).Value!;
        Assert.That(BitConverter.DoubleToInt64Bits(code[0] == '-' ? -value : value), Is.EqualTo(BitConverter.DoubleToInt64Bits(number)));
    });

    [Test]
    public async Task Inject_EveryKindOfValue_Compiles()
    {
        const string Declaration = """
            bool a = true; byte b = 1; long c = 1; ulong d = 1; float e = 1; decimal f = 1; char g = 'a'; string h = "a"; int? i = 1;
            double[] j = { 1 };
            List<int> k = []; IEnumerable<string> l = []; const int m = 1; readonly sbyte n = 1; int[][] o = [];
            IReadOnlyList<float?> p = [];
            """;
        (string Name, string Text)[] values =
        [
            ("a", "false"), ("b", "255"), ("c", "-9223372036854775808"), ("d", "18446744073709551615"), ("e", "-1e-9"), ("f", "-0.10"),
            ("g", "\\"), ("h", "\"\n"),
            ("i", "null"), ("j", "[-1, 1e300]"), ("k", "[1]"), ("l", "[\"x\"]"), ("m", "-5"), ("n", "-128"), ("o", "[[1],[2,3]]"),
            ("p", "[null, 0.5]"),
        ];
        string code = Assignments.Write(
            DeclaredParameters.Of(Declaration),
            [.. values.Select(value => ParameterValue.OfText(value.Name, value.Text))]);
        var options = Microsoft.CodeAnalysis.Scripting.ScriptOptions.Default.WithImports("System", "System.Collections.Generic");
        var state = await (await CSharpScript.RunAsync(Declaration, options)).ContinueWithAsync<object[]>(
            code + "\nreturn new object[] { a, b, c, d, e, f, g, h, i, j[1], k[0], m, n, o[1][1], p[1] };");
        object?[] expected = [false, (byte)255, long.MinValue, ulong.MaxValue, -1e-9f, -0.10m, '\\', "\"\n", null, 1e300, 1, -5, sbyte.MinValue, 3, 0.5f];
        Assert.That(state.ReturnValue, Is.EqualTo(expected));
    }

    [Test]
    public async Task Inject_TypesWithAFormOfText_AreReadBack()
    {
        const string Declaration = """
            enum Colour { Red, @class }
            Guid a; DateTime b; DateTime c; DateTimeOffset d; DateOnly e; TimeOnly f; TimeSpan? g; Half h; System.Numerics.BigInteger i;
            DayOfWeek j; Colour k; DateOnly[] l; Half m; DateTimeOffset n;
            """;
        (string Name, string Text)[] values =
        [
            ("a", "0f8fad5b-d9cb-469f-a165-70867728950e"), ("b", "2026-01-31"), ("c", "2026-01-31T12:30:00.5Z"),
            ("d", "2026-01-31T12:30+01:00"), ("e", "2026-01-31"), ("f", "12:30"), ("g", "-1.12:00:00"), ("h", "-0.5"),
            ("i", "-1267650600228229401496703205376"), ("j", "Friday"), ("k", "class"), ("l", "[\"0001-01-01\"]"), ("m", "NaN"),
            ("n", "2026-01-31T12:30:00Z"),
        ];
        string code = Assignments.Write(
            DeclaredParameters.Of(Declaration), [.. values.Select(value => ParameterValue.OfText(value.Name, value.Text))]);
        var options = Microsoft.CodeAnalysis.Scripting.ScriptOptions.Default.WithImports("System").AddReferences(
            typeof(System.Numerics.BigInteger).Assembly);
        var state = await (await CSharpScript.RunAsync(Declaration, options)).ContinueWithAsync<object[]>(
            code + "\nreturn new object[] { a, b, c, c.Kind, d, e, f, g, h, i, j, k.ToString(), l[0], m, n };");
        var midday = new DateTime(2026, 1, 31, 12, 30, 0, DateTimeKind.Unspecified);
        object?[] expected =
        [
            Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Unspecified),
            midday.AddSeconds(0.5), DateTimeKind.Utc,
            new DateTimeOffset(midday, TimeSpan.FromHours(1)), new DateOnly(2026, 1, 31), new TimeOnly(12, 30), TimeSpan.FromHours(-36),
            (Half)(-0.5f), -System.Numerics.BigInteger.Pow(2, 100), DayOfWeek.Friday, "class", DateOnly.MinValue, Half.NaN,
            new DateTimeOffset(midday, TimeSpan.Zero),
        ];
        Assert.That(state.ReturnValue, Is.EqualTo(expected));
    }

    private static IParameterType Type(string name) =>
        Declared.Value[name].Type ?? throw new InvalidOperationException(name + " cannot be given");

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
