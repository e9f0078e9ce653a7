using System.Globalization;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>Ties claims, claimants, assets, reversals and links to movements. What cannot be tied is refused with a sentence.</summary>
internal sealed class RegisterBuilder(CaseFacts facts, Ledger ledger, RowFinder rows, StornoRows stornos, int[] movementOfLeg, Day asOf, List<Refusal> refused)
{
    public Register Build()
    {
        var episodes = facts.All<Episode>().OrderBy(e => e.Day).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        var owners = new OwnerTable(facts.All<OtherClaimant>().Select(o => o.Name), episodes.Select(e => new Claim(e.Act, e.Victim)).Distinct());
        var index = owners.Labels.Select((l, i) => (l, i)).ToDictionary(x => x.l, x => x.i, StringComparer.Ordinal);
        var (claims, cash) = new ProceedsNaming(facts, episodes, index, ledger, Movement, asOf, refused).Name();
        var acquisitions = new AcquisitionList(facts, ledger, Movement, asOf, refused).Make();
        NoteExchanges();
        return new Register
        {
            Owners = owners,
            Claims = claims,
            CashProceeds = cash,
            Claimants = Claimants(index),
            Acquisitions = acquisitions,
            Reversals = Reversals(),
            Links = Links(acquisitions),
            Replenishments = Replenishments(),
            Rates = facts.All<ReferenceRate>().GroupBy(r => r.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal),
            AsOf = asOf,
        };
    }

    /// <summary>The one movement that a fact names, or -1 after a refusal.</summary>
    private int Movement(RowReference reference, string subject)
    {
        var found = rows.Legs(reference, out var code, out var sentence);
        if (found.Count == 1)
        {
            return movementOfLeg[found[0]];
        }

        refused.Add(new Refusal(code, subject, sentence));
        return -1;
    }

    private List<ClaimantMark> Claimants(Dictionary<string, int> owner)
    {
        var marks = new List<ClaimantMark>();
        foreach (var o in facts.All<OtherClaimant>())
        {
            if (Movement(o.Row, "claimant " + o.Id) is var m && m >= 0 && IsCredit(m, "claimant " + o.Id, o.Row))
            {
                marks.Add(new ClaimantMark(m, owner["tp:" + o.Name]));
            }
        }

        return [.. marks.Distinct().OrderBy(m => m.Movement).ThenBy(m => m.Owner)];
    }

    private bool IsCredit(int movement, string subject, RowReference reference)
    {
        if (ledger.Credited[movement] == LedgerAccount.Outside)
        {
            refused.Add(new Refusal("ROW_IS_NO_CREDIT", subject, $"{reference} credits no account of the ledger: name the credit."));
            return false;
        }

        return true;
    }

    private List<ReversalMark> Reversals()
    {
        var marks = new List<ReversalMark>();
        foreach (var r in facts.All<Reversal>())
        {
            var (movement, of) = (Movement(r.Row, "reversal " + r.Id), Movement(r.Of, "reversal " + r.Id));
            if (movement >= 0 && of >= 0 && movement != of)
            {
                marks.Add(new ReversalMark(movement, of, r.Minor ?? ledger.DebitMinor[movement]));
            }
        }

        marks.AddRange(stornos.Find(ledger, marks.Select(m => m.Movement).ToHashSet(), refused));
        return [.. marks.Distinct().OrderBy(m => m.Movement).ThenBy(m => m.Of)];
    }

    private List<ReplenishmentMark> Replenishments()
    {
        var marks = new SortedDictionary<int, ReplenishmentMark>();
        foreach (var d in facts.Standing(DecisionKinds.Replenishment))
        {
            var (subject, row) = (string.Create(CultureInfo.InvariantCulture, $"replenishment, decision {d.Number}"), new RowReference(d.Subject));
            if (Movement(row, subject) is var m && m >= 0 && IsCredit(m, subject, row))
            {
                marks.Remove(m);
                if (d.Value == "yes")
                {
                    marks.Add(m, new ReplenishmentMark(m, d.Number));
                }
            }
        }

        return [.. marks.Values];
    }

    private List<LinkMark> Links(IReadOnlyList<Acquisition> acquisitions)
    {
        var marks = new List<LinkMark>();
        foreach (var link in facts.All<CoordinationLink>())
        {
            var credits = link.Credits.Select(r => Movement(r, "link " + link.Id)).Where(m => m >= 0).Distinct().Order().ToList();
            var targets = acquisitions.Index().Where(a => link.Targets.Contains(a.Item.Asset) || link.Targets.Contains(a.Item.Key))
                .OrderBy(a => a.Item.Lines.Count == 0 ? int.MaxValue : a.Item.Lines[0].Day.Number).ThenBy(a => a.Index).Select(a => a.Index).ToList();
            foreach (var t in link.Targets.Where(t => !acquisitions.Any(a => a.Asset == t || a.Key == t)))
            {
                refused.Add(new Refusal("ASSET_NOT_FOUND", "link " + link.Id, $"Link {link.Id} names {t}, which is no asset of the case."));
            }

            if (credits.Count > 0 && targets.Count > 0)
            {
                marks.Add(new LinkMark(link.Id, credits, targets, link.Reason));
            }
        }

        return marks;
    }

    /// <summary>Rules follow a movement in two currencies by its two amounts; bounds need a rate to compare them.</summary>
    private void NoteExchanges()
    {
        var rated = facts.All<ReferenceRate>().Select(r => r.Currency).ToHashSet(StringComparer.Ordinal);
        for (var m = 0; m < ledger.Count; m++)
        {
            if (ledger.Flags[m].HasFlag(MovementFlags.Exchange) && !(rated.Contains(ledger.Accounts[ledger.Debited[m]].Currency) && rated.Contains(ledger.Accounts[ledger.Credited[m]].Currency)))
            {
                refused.Add(new Refusal("TWO_CURRENCIES", ledger.RowsOf(m)[0].ToString(), string.Create(CultureInfo.InvariantCulture,
                    $"{ledger.DebitMinor[m]} {ledger.Accounts[ledger.Debited[m]].Currency} leave {ledger.Accounts[ledger.Debited[m]].Id} and {ledger.CreditMinor[m]} {ledger.Accounts[ledger.Credited[m]].Currency} reach {ledger.Accounts[ledger.Credited[m]].Id}: the rules follow the two amounts, but bounds have no common unit for them and are wide. Add both currencies to rates.csv.")));
            }
        }
    }
}
