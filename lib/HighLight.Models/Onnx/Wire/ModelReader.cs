using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads ModelProto, the root of a file. Field numbers of all readers here: onnx/onnx, onnx/onnx.proto, release 1.22.</summary>
internal static class ModelReader
{
    private const string NotOnnx = "The file is probably no ONNX model (another kind of protobuf file, or damaged): give a model exported to ONNX.";

    public static ModelContent Read(OnnxFile file)
    {
        try
        {
            return ReadModel(new WireMessage(file));
        }
        catch (OnnxFormatException e) when (FileSignature.RecogniseText(file.Bytes) is { } text)
        {
            throw file.Fail(string.Empty, 0, $"This is {text.Format}, not an ONNX model.", text.Fix, e);
        }
    }

    private static ModelContent ReadModel(WireMessage message)
    {
        var content = new ModelContent();
        var sets = ImmutableArray.CreateBuilder<OperatorSet>();
        var functions = ImmutableArray.CreateBuilder<OnnxFunction>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: content = content with { IrVersion = message.ReadInt64("ir_version") }; break;
                case 2: content = content with { ProducerName = message.ReadString("producer_name") }; break;
                case 3: content = content with { ProducerVersion = message.ReadString("producer_version") }; break;
                case 7 when content.Graph is not null:
                    throw message.Fail("graph", null, "There is a second graph; a model has one.", NotOnnx);
                case 7: content = content with { Graph = GraphReader.Read(message.ReadMessage("graph"), 1) }; break;
                case 8: sets.Add(ReadOperatorSet(message.ReadMessage("opset_import", sets.Count))); break;
                case 25: functions.Add(FunctionReader.Read(message.ReadMessage("functions", functions.Count))); break;
                default: message.Skip(); break;
            }
        }

        content = content with { OperatorSets = sets.ToImmutable(), Functions = functions.ToImmutable() };
        return content.Graph is null ? throw message.File.Fail("graph", null, "There is no graph.", NotOnnx) : content;
    }

    private static OperatorSet ReadOperatorSet(WireMessage message)
    {
        var (domain, version) = (string.Empty, 0L);
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: domain = message.ReadString("domain"); break;
                case 2: version = message.ReadInt64("version"); break;
                default: message.Skip(); break;
            }
        }

        return new OperatorSet(domain, version);
    }
}
