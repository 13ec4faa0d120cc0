using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HighLight.Commands.Parameters;

/// <summary>
/// Reads parameters from a YAML file by its events: nothing is made of an object that a tag names, and aliases are copied within a bound.
/// </summary>
internal sealed class YamlParameters
{
    private readonly IParser _parser;
    private readonly ParameterFileProblems _problems;
    private readonly YamlAnchors _anchors = new();

    private YamlParameters(IParser parser, ParameterFileProblems problems) => (_parser, _problems) = (parser, problems);

    /// <summary>The parameters in the order of the text; none when it is empty.</summary>
    /// <exception cref="ParameterFileException">The text is not YAML, or not a mapping.</exception>
    public static ImmutableArray<NotebookParameter> Read(string text, ParameterFileProblems problems)
    {
        using var reader = new StringReader(text);
        try
        {
            return new YamlParameters(new Parser(new BoundedYamlScanner(new Scanner(reader))), problems).ReadStream();
        }
        catch (YamlException exception)
        {
            throw new ParameterFileException(exception.Start.Line, $"not valid YAML: {exception.Message}");
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The library lets these out for some escapes that stand for no character.
            throw new ParameterFileException(null, $"not valid YAML: {exception.Message}");
        }
    }

    private long Line => _parser.Current!.Start.Line;

    private ImmutableArray<NotebookParameter> ReadStream()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return [];
        }

        _parser.Consume<DocumentStart>();
        var parameters = ReadRoot();
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            throw new ParameterFileException(Line, "a second document begins here; one is read. Put all parameters into one.");
        }

        return parameters;
    }

    private ImmutableArray<NotebookParameter> ReadRoot()
    {
        if (_parser.TryConsume<Scalar>(out var scalar) && YamlScalar.ToJson(scalar) is "null")
        {
            return [];
        }

        if (!_parser.TryConsume<MappingStart>(out _))
        {
            throw new ParameterFileException(
                scalar?.Start.Line ?? Line, "it must hold a mapping whose keys are the parameters, such as 'name: 8'.");
        }

        var parameters = ImmutableArray.CreateBuilder<NotebookParameter>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = ReadName(lines);
            if (ReadValue(name ?? "?", depth: 0).Json is { } json && name is not null)
            {
                parameters.Add(new NotebookParameter(name, JsonElement.Parse(json), IsText: false));
            }
        }

        return parameters.ToImmutable();
    }

    private string? ReadName(Dictionary<string, long> lines)
    {
        var line = Line;
        if (!_parser.TryConsume<Scalar>(out var key) || YamlScalar.ToName(key) is not { } name)
        {
            _problems.Add(line, "a key must be a string, the name of a parameter.");
            if (key is null)
            {
                _parser.SkipThisAndNestedEvents();
            }

            return null;
        }

        _anchors.Keep(key, new YamlFragment(YamlScalar.ToJson(key), 0));
        if (ParameterName.Problem(name) is { } problem)
        {
            _problems.Add(line, problem);
        }
        else if (!lines.TryAdd(name, line))
        {
            _problems.Add(line, Invariant($"'{name}' is given twice; first in line {lines[name]}. Keep one."));
        }

        return name;
    }

    private YamlFragment ReadValue(string path, int depth)
    {
        var line = Line;
        switch (_parser.Current)
        {
            case AnchorAlias alias:
                _parser.MoveNext();
                return Copy(alias, path, depth);
            case Scalar scalar:
                _parser.MoveNext();
                return _anchors.Keep(scalar, Convert(scalar, path));
            case SequenceStart sequence:
                return _anchors.Keep(sequence, ReadSequence(path, depth + 1));
            default:
                _problems.AddKind(line, path, "a mapping");
                _parser.SkipThisAndNestedEvents();
                return default;
        }
    }

    private YamlFragment Convert(Scalar scalar, string path)
    {
        if (YamlScalar.ToJson(scalar) is not { } json)
        {
            var tag = scalar.Tag.IsEmpty ? "" : $" with the tag {scalar.Tag.Value}";
            _problems.AddKind(scalar.Start.Line, path, $"'{(scalar.Value.Length > 40 ? scalar.Value[..40] + " …" : scalar.Value)}'{tag}");
            return default;
        }

        if (json[0] is '-' or (>= '0' and <= '9') && !double.IsFinite(double.Parse(json, CultureInfo.InvariantCulture)))
        {
            _problems.AddNumber(scalar.Start.Line, path, json);
            return default;
        }

        return new YamlFragment(json, 0);
    }

    private YamlFragment ReadSequence(string path, int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        if (!start.Tag.IsEmpty && start.Tag is not { IsNonSpecific: true } && start.Tag.Value is not "tag:yaml.org,2002:seq")
        {
            _problems.AddKind(start.Start.Line, path, $"an array with the tag {start.Tag.Value}");
        }

        RequireDepth(depth, start.Start.Line);
        var items = new List<string>();
        var (good, inner) = (true, 0);
        for (var index = 0; !_parser.TryConsume<SequenceEnd>(out _); index++)
        {
            var item = ReadValue(Invariant($"{path}[{index}]"), depth);
            good &= item.Json is not null;
            inner = Math.Max(inner, item.Depth);
            items.Add(item.Json ?? "");
        }

        return good ? new YamlFragment($"[{string.Join(',', items)}]", inner + 1) : default;
    }

    private YamlFragment Copy(AnchorAlias alias, string path, int depth)
    {
        if (_anchors.Copy(alias) is not { } fragment)
        {
            var name = alias.Value;
            _problems.Add(alias.Start.Line, $"'{path}' is the alias *{name}, but no value with the anchor &{name} ends before it.");
            return default;
        }

        RequireDepth(depth + fragment.Depth, alias.Start.Line);
        return fragment;
    }

    private static void RequireDepth(int depth, long line)
    {
        if (depth > ParameterFile.MaximumDepth)
        {
            throw new ParameterFileException(
                line, Invariant($"more than {ParameterFile.MaximumDepth} arrays or mappings are within each other."));
        }
    }
}
