namespace HighLight.Evaluation.Levels;

/// <summary>What a row of an operand stores along K, worked out by hand: whole groups.</summary>
/// <param name="Group">Values of a group.</param>
/// <param name="Words">Words that a group stores.</param>
/// <param name="Bits">Its metadata.</param>
internal readonly record struct NaiveOperand(int Group, double Words, double Bits)
{
    /// <summary>Groups of a part of K; they begin anew with every part.</summary>
    public int Groups(int length) => (length + Group - 1) / Group;
}
