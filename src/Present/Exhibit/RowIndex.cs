using System.Globalization;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The numbers by which the schedules cite each other: B-n for named credits, C-n for rows of running ledgers, D-n for cost lines.</summary>
internal sealed class RowIndex
{
    private const int HexDigitsMin = 6;
    private readonly Dictionary<(int Movement, bool IsCredit), (string Cite, RunningLedgerRow Row)> ledgerRows = [];
    private readonly Dictionary<(int Movement, int Owner), string> credits = [];
    private readonly Dictionary<int, string> creditOfMovement = [];
    private readonly Dictionary<string, string> costs = new(StringComparer.Ordinal);
    private readonly int hexDigits;

    public RowIndex(Reconciliation @case, TraceResult chosen)
    {
        var n = 0;
        foreach (var row in chosen.Ledgers.SelectMany(l => l.Rows))
        {
            ledgerRows.TryAdd((row.Movement, row.IsCredit), (Cite("C", ++n), row));
        }

        foreach (var (mark, number) in @case.Register.Claims.Select((m, i) => (m, i + 1)))
        {
            credits.TryAdd((mark.Movement, mark.Owner), Cite("B", number));
            creditOfMovement.TryAdd(mark.Movement, Cite("B", number));
        }

        n = 0;
        foreach (var acquisition in @case.Register.Acquisitions)
        {
            foreach (var line in acquisition.Lines)
            {
                n++;
                costs.TryAdd(acquisition.Key, Cite("D", n));
            }
        }

        var hashes = @case.Facts.Documents.Select(d => d.Hash.Hex).Concat(@case.Ledger.Documents.Select(d => d.Hex)).Distinct(StringComparer.Ordinal).ToList();
        hexDigits = Enumerable.Range(HexDigitsMin, 64 - HexDigitsMin + 1).First(d => hashes.Select(h => h[..Math.Min(d, h.Length)]).Distinct(StringComparer.Ordinal).Count() == hashes.Count);
    }

    public static string Cite(string schedule, int number) => $"{schedule}-{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The row as cited: document, statement, row; as many hex digits as tell the case's documents apart.</summary>
    public string Name(RowKey row) => $"{row.Document.Short(hexDigits)}/{row.Statement}/{row.Row.ToString(CultureInfo.InvariantCulture)}";

    public string Document(Sha256 hash) => hash.Short(hexDigits);

    /// <summary>Schedule C cites of a movement: its debit, then its credit; empty when neither account is shown.</summary>
    public IReadOnlyList<string> LedgerCites(int movement) => [.. Sides(movement).Select(s => s.Cite)];

    public string LedgerCite(int movement, bool isCredit) => ledgerRows.TryGetValue((movement, isCredit), out var found) ? found.Cite : "";

    /// <summary>What a movement carried under the chosen rule, by the row of the account that paid it, else of the one that received it.</summary>
    public IReadOnlyList<OwnedAmount> Carried(int movement) => Sides(movement).Select(s => s.Row.Taken).FirstOrDefault() ?? [];

    public string CreditCite(int movement, int owner) => credits.GetValueOrDefault((movement, owner), "");
    public string CreditCite(int movement) => creditOfMovement.GetValueOrDefault(movement, "");

    /// <summary>First cost line of an acquisition; "" for a balance.</summary>
    public string CostCite(string target) => costs.GetValueOrDefault(target, "");

    private IEnumerable<(string Cite, RunningLedgerRow Row)> Sides(int movement)
    {
        if (ledgerRows.TryGetValue((movement, false), out var debit))
        {
            yield return debit;
        }

        if (ledgerRows.TryGetValue((movement, true), out var credit))
        {
            yield return credit;
        }
    }
}
