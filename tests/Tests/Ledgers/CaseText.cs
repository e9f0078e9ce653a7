using System.Globalization;

namespace FinInvest.Graph.Tests.Ledgers;

/// <summary>
/// Worked ledgers as text, one account's order per line order, everything reconciled:
/// <code>
/// opening X 50            opening balance (negative = debt)
/// +X 100 own              credit from OUTSIDE (own, K, K:A1:V1, tp:NAME, or "K 40" = 40 of it named as proceeds)
/// -X 150 car              debit to OUTSIDE as price line of asset "car" (first acquisition); "-X 90" without a name is a plain debit
/// X>Y 50                  transfer; "X>Y 100/98" = fee of 2 in transit; "X>Y 50 K" = the credit at Y is named proceeds
/// </code>
/// Each line is a day of its own (day = line number).
/// </summary>
internal static class CaseText
{
    public static Reconciliation Parse(string text, AccountCoverage coverage = AccountCoverage.Reconciled)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var draft = new LedgerDraft();
        var accounts = lines.SelectMany(l => l[0] == "opening" ? [l[1]] : l[0].TrimStart('+', '-').Split('>')).Distinct().Order(StringComparer.Ordinal).ToList();
        var last = new Day(lines.Count + 1);
        foreach (var a in accounts)
        {
            draft.AddAccount(new LedgerAccount(a, "KZT", coverage, [new DayRange(new Day(0), last)], last));
        }

        var labels = lines.SelectMany(l => l.Skip(2)).Where(w => w[0] == 'K' && (w.Length == 1 || w[1] == ':')).Select(w => w == "K" ? "K:A:V" : w).Distinct().ToList();
        var owners = new OwnerTable(lines.SelectMany(l => l.Skip(2)).Where(w => w.StartsWith("tp:", StringComparison.Ordinal)).Select(w => w[3..]),
            labels.Select(l => new Claim(l.Split(':')[1], l.Split(':')[2])));
        var claims = new List<ClaimMark>();
        var claimants = new List<ClaimantMark>();
        var assets = new SortedDictionary<string, List<AcquisitionLine>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var l = lines[i];
            var day = new Day(i + 1);
            var row = new RowKey(Sha256.Of([]), "S", i + 1);
            if (l[0] == "opening")
            {
                var minor = Minor(l[2]);
                _ = minor >= 0 ? draft.Add(MovementKind.Opening, 0, draft.AccountIndex(l[1]), minor, minor, day, day)
                    : draft.Add(MovementKind.OpeningDebt, 0, draft.AccountIndex(l[1]), -minor, -minor, day, day);
                continue;
            }

            var amounts = l[1].Split('/');
            var sides = l[0].TrimStart('+', '-').Split('>');
            var debited = l[0][0] == '+' ? 0 : draft.AccountIndex(sides[0]);
            var credited = l[0][0] == '+' ? draft.AccountIndex(sides[0]) : sides.Length == 2 ? draft.AccountIndex(sides[1]) : 0;
            var m = draft.Add(MovementKind.Transfer, debited, credited, Minor(amounts[0]), Minor(amounts[^1]), day, day, rows: row);
            if (l.Length > 2 && l[2][0] == 'K' && (l[2].Length == 1 || l[2][1] == ':'))
            {
                var label = l[2] == "K" ? "K:A:V" : l[2];
                claims.Add(new ClaimMark(m, owners.IndexOf(label), l.Length > 3 ? Minor(l[3]) : Minor(amounts[^1]), label[2..], "p" + (i + 1).ToString(CultureInfo.InvariantCulture)));
            }
            else if (l.Length > 2 && l[2].StartsWith("tp:", StringComparison.Ordinal))
            {
                claimants.Add(new ClaimantMark(m, owners.IndexOf(l[2])));
            }
            else if (l.Length > 2 && l[0][0] == '-')
            {
                if (!assets.TryGetValue(l[2], out var cost))
                {
                    assets[l[2]] = cost = [];
                }

                cost.Add(new AcquisitionLine(m, "price", Minor(amounts[0]), day, "c" + (i + 1).ToString(CultureInfo.InvariantCulture)));
            }
        }

        var ledger = draft.BuildInOrder();
        var register = new Register
        {
            Owners = owners,
            Claims = claims,
            Claimants = claimants,
            Acquisitions = [.. assets.Select(a => new Acquisition(a.Key, 0, "KZT", a.Value))],
            AsOf = last,
        };
        return new Reconciliation(ledger, register, new CaseFacts([], [], [], default), [], [], [], [], []);
    }

    private static long Minor(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
