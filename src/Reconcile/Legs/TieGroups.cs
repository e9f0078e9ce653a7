namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>Splits debits and credits into the smallest groups such that whatever may be paired lies in one group.</summary>
internal static class TieGroups
{
    /// <returns>Groups that hold at least one debit and one credit.</returns>
    public static List<(List<int> Debits, List<int> Credits)> Split(List<int> debits, List<int> credits, Func<int, int, bool> fits)
    {
        var group = new int[debits.Count + credits.Count];
        Array.Fill(group, -1);
        var result = new List<(List<int> Debits, List<int> Credits)>();
        var reached = new Stack<int>();
        for (var first = 0; first < debits.Count; first++)
        {
            if (group[first] >= 0)
            {
                continue;
            }

            var found = (Debits: new List<int>(), Credits: new List<int>());
            group[first] = result.Count;
            reached.Push(first);
            while (reached.TryPop(out var node))
            {
                var isDebit = node < debits.Count;
                (isDebit ? found.Debits : found.Credits).Add(isDebit ? debits[node] : credits[node - debits.Count]);
                var (from, to) = isDebit ? (debits.Count, group.Length) : (0, debits.Count);
                for (var other = from; other < to; other++)
                {
                    if (group[other] < 0 && (isDebit ? fits(debits[node], credits[other - debits.Count]) : fits(debits[other], credits[node - debits.Count])))
                    {
                        group[other] = result.Count;
                        reached.Push(other);
                    }
                }
            }

            if (found.Credits.Count > 0)
            {
                result.Add(found);
            }
        }

        return result;
    }
}
