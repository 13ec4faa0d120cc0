namespace HighLight.Technology;

/// <summary>Words the error for what a table lacks: what, where, what is known, the fix.</summary>
internal static class Missing
{
    private const int Listed = 12;

    public static MissingTechnologyException Describe(TechnologyTable table, ComponentKey key, string action, string reason)
    {
        var component = table.Rows.Where(r => string.Equals(r.Key.Component, key.Component, StringComparison.Ordinal)).ToArray();
        var sameAction = component.Where(r => string.Equals(r.Action, action, StringComparison.Ordinal)).ToArray();
        var known = component.Length == 0
            ? Invariant($"Known components: {List(table.Rows.Select(r => r.Key.Component), int.MaxValue)}.")
            : sameAction.Length == 0
                ? Invariant($"Known actions of '{key.Component}': {List(component.Select(r => r.Action), int.MaxValue)}.")
                : Invariant($"Known sizes: {List(sameAction.Select(r => r.Key.ToString()), Listed)}.");
        var what = action == Actions.Area ? "area" : Invariant($"energy of '{action}'");
        var message = Invariant($"Technology table '{table.Name}' ({table.NodeNm} nm) has no {what} for {key}. {known}{(reason.Length == 0 ? "" : " ")}{reason} Add a row with TechnologyTable.With or in the CSV file.");
        return new MissingTechnologyException(key, action, table.Name, table.NodeNm, message);
    }

    private static string List(IEnumerable<string> names, int most)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToArray();
        return string.Join(", ", distinct.Take(most)) + (distinct.Length > most ? Invariant($" and {distinct.Length - most} more") : "");
    }
}
