namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value that was shown, by which what stands below the cell can be replaced.</summary>
public sealed class DisplayedValue
{
    private readonly Action<object?> _show;

    internal DisplayedValue(object? value, string displayId, Action<object?> show)
    {
        Value = value;
        DisplayId = displayId;
        _show = show;
    }

    /// <summary>Which display of the session this is.</summary>
    public string DisplayId { get; }

    /// <summary>Whether the value was replaced.</summary>
    public bool IsUpdated { get; private set; }

    /// <summary>What is shown now.</summary>
    public object? Value { get; private set; }

    /// <summary>Replaces what is shown, in the MIME types of the first value; also after its cell has ended.</summary>
    /// <param name="updatedValue">Any value, also null.</param>
    /// <exception cref="InvalidOperationException">A formatter of the value failed, or none writes such a MIME type.</exception>
    public void Update(object? updatedValue)
    {
        _show(updatedValue);
        Value = updatedValue;
        IsUpdated = true;
    }
}
