namespace FinInvest.Graph.Model.Provenance;

/// <summary>How a fact names a posting: by id (a row's alias or local id), or by account, day and signed amount (declined unless unique).</summary>
public sealed record RowReference(string Id, string Account = "", Day Day = default, long Minor = 0)
{
    public bool IsById => Id.Length > 0;
    public override string ToString() => IsById ? Id : $"{Account} {Day} {Minor}";
}
