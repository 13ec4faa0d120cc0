namespace HighLight.Notebooks.Surface;

/// <summary>
/// The cell that static functions act on. It flows with the cell's execution, also into its tasks and threads, so that two sessions in one
/// process do not meet.
/// </summary>
internal static class RunningCell
{
    private static readonly AsyncLocal<ICell?> Flowing = new();

    public static ICell? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public static ICell Required =>
        Current ?? throw new InvalidOperationException(
            "This works only in a cell of a running notebook: there is nothing here to display on.");
}
