namespace FinInvest.Graph.Model.Values;

/// <summary>Days from the first to the last, both included.</summary>
public readonly record struct DayRange(Day From, Day To)
{
    public bool Contains(Day day) => day >= From && day <= To;
    public bool Overlaps(DayRange other) => From <= other.To && other.From <= To;
    public int Days => To < From ? 0 : To.Number - From.Number + 1;
    public override string ToString() => $"{From}..{To}";
}
