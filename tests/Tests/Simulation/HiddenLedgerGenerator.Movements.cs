using System.Globalization;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>Money that comes in, goes from account to account, and comes back.</summary>
internal sealed partial class HiddenLedgerGenerator
{
    /// <summary>Days after which a movement may be undone: its own rows then lie too far back to be taken for the other's.</summary>
    private const int UndoDays = 9;
    private readonly List<HiddenMovement> undoable = [];
    private readonly Dictionary<HiddenMovement, long> undone = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<HiddenMovement, Day> begun = new(ReferenceEqualityComparer.Instance);

    private void Receive(HiddenAccount account)
    {
        var amount = Fresh(100, 60_000);
        var m = New(null, account, amount, random.Chance(8) ? PostingKind.Cash : PostingKind.Payment) with { Outsider = Outsider() };
        if (random.Chance(45))
        {
            m.Claim = random.Of(Claims);
            m.Named = random.Chance(70) ? amount : random.Between(1, amount);
        }
        else if (random.Chance(15))
        {
            m.Claimant = random.Chance(50) ? "Orman Capital" : "Ertis Trade";
        }

        Link(m, account);
        Now(m);
        MayBeUndone(m);
    }

    private void Transfer(HiddenAccount from)
    {
        var to = random.Of(accounts.Where(a => a != from).ToList());
        var amount = Spend(from);
        var exchanged = from.Currency != to.Currency;
        var withId = exchanged || random.Chance(50);
        var atOnce = from.HasExtractOnly || to.HasExtractOnly;
        var charge = withId && !atOnce && amount > 50 && random.Chance(25) ? random.Between(1, Math.Min(amount / 10, 500)) : 0;
        var names = random.Between(0, 4);
        var m = new HiddenMovement(++movements, from, to, amount, exchanged ? Exchanged(amount, from, to) : amount - charge, exchanged ? PostingKind.Exchange : PostingKind.Payment)
        {
            EndToEndId = withId ? "E2E-" + movements.ToString("d5", CultureInfo.InvariantCulture) : null,
            NamedOnDebit = names is not (1 or 4),
            NamedOnCredit = names is not (2 or 4),
            // A correspondent bank stands between the two: each bank names it, the message's id joins them.
            Outsider = names == 4 && withId && !atOnce ? "correspondent" : "",
        };
        if (names == 4 && m.Outsider.Length == 0)
        {
            m = m with { NamedOnDebit = true };
        }

        amounts[m.Credit] = today;
        if (random.Chance(8))
        {
            m.Claim = random.Of(Claims);
            m.Named = random.Chance(60) ? m.Credit : random.Between(1, m.Credit);
        }

        Link(m, to);
        Later(m, atOnce || random.Chance(55) ? 0 : random.Between(1, 3));
        MayBeUndone(m);
    }

    private long Exchanged(long amount, HiddenAccount from, HiddenAccount to)
    {
        var ((p, q), (r, s)) = (rates[from.Currency], rates[to.Currency]);
        for (var tries = 0; ; tries++)
        {
            var credited = Math.Max(1, amount * p * s * random.Between(90, 110) / (q * r * 100)) + (tries / 20);
            if (IsFree(credited, AmountDays))
            {
                return credited;
            }
        }
    }

    /// <summary>Through the account of somebody who only passes it on: two movements with one end-to-end id.</summary>
    private void PassThrough(HiddenAccount from)
    {
        var others = accounts.Where(a => a != from && a.Currency == from.Currency && !a.HasExtractOnly).ToList();
        if (others.Count < 2 || from.HasExtractOnly)
        {
            return;
        }

        var through = random.Of(others);
        var to = random.Of(others.Where(a => a != through).ToList());
        var amount = Spend(from);
        var id = "E2E-" + (movements + 1).ToString("d5", CultureInfo.InvariantCulture);
        Later(New(from, through, amount) with { EndToEndId = id }, 0);
        Later(New(through, to, amount) with { EndToEndId = id }, random.Between(0, 1));
    }

    /// <summary>The day's last movement, whose credit is booked at once and whose debit a day later (definitions A4 put the debit back).</summary>
    private void TransferBookedLate()
    {
        var next = today.AddDays(1);
        var senders = accounts.Where(a => !a.HasExtractOnly && !a.Covered.Exists(r => r.From == next)).ToList();
        if (next.Number > days || senders.Count == 0)
        {
            return;
        }

        var from = random.Of(senders);
        var receivers = accounts.Where(a => a != from && a.Currency == from.Currency && !a.HasExtractOnly && a.Covers(today)).ToList();
        if (receivers.Count > 0)
        {
            var m = New(from, random.Of(receivers), Spend(from));
            Book(new HiddenLeg(m, false, next, today));
            Book(new HiddenLeg(m, true, today, today));
        }
    }

    /// <summary>Two bookings that no file can tell apart, one right after the other or with something between.</summary>
    private void Twice(HiddenAccount account)
    {
        var (from, to) = random.Between(0, 2) switch { 0 => (null, account), 1 => (account, null), _ => (account, random.Of(accounts)) };
        if (from == to || (from is not null && to is not null && from.Currency != to.Currency))
        {
            to = null;
            from = account;
        }

        var amount = from is null ? Fresh(100, 9_000) : Spend(account);
        var name = from is null || to is null ? Outsider() : "";
        Later(New(from, to, amount) with { Outsider = name }, 0);
        if (random.Chance(40))
        {
            Now(New(null, account, Fresh(100, 9_000)) with { Outsider = Outsider() });
        }

        Later(New(from, to, amount) with { Outsider = name }, 0);
    }

    /// <summary>Some movements may be undone later, whole or in part.</summary>
    private void MayBeUndone(HiddenMovement m)
    {
        if (m.Bought is null && m.Sold is null && m.Linked.Count == 0)
        {
            begun[m] = today;
            undoable.Add(m);
            if (undoable.Count > 60 + (20 * size / days))
            {
                undoable.RemoveRange(0, 20);
            }
        }
    }

    /// <summary>Undoes (part of) an earlier movement: the money goes back where it came from, whatever has become of it.</summary>
    private void Undo()
    {
        var open = undoable.Where(m => begun[m].AddDays(UndoDays) <= today && undone.GetValueOrDefault(m) < m.Credit).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var m = random.Of(open);
        var left = m.Credit - undone.GetValueOrDefault(m);
        var (from, to) = (m.To, m.From);
        var amount = from is { HasExtractOnly: true } || random.Chance(60) ? left : random.Between(1, left);
        if (!IsFree(amount, UndoDays - 1))
        {
            return;
        }

        var exchanged = from is not null && to is not null && from.Currency != to.Currency;
        undone[m] = undone.GetValueOrDefault(m) + amount;
        var id = exchanged || random.Chance(40) ? "E2E-" + (movements + 1).ToString("d5", CultureInfo.InvariantCulture) : null;
        amounts[amount] = today;
        var back = new HiddenMovement(++movements, from, to, amount, exchanged ? Exchanged(amount, from!, to!) : amount, PostingKind.Payment)
        {
            EndToEndId = id,
            Outsider = from is null || to is null ? Outsider() : "",
            Undoes = m,
            Undone = amount,
        };
        Later(back, from is null || to is null || from.HasExtractOnly || to.HasExtractOnly || random.Chance(70) ? 0 : 1);
    }

    private HiddenMovement New(HiddenAccount? from, HiddenAccount? to, long amount, PostingKind kind = PostingKind.Payment) => new(++movements, from, to, amount, amount, kind);

    private void Now(HiddenMovement m)
    {
        Book(new HiddenLeg(m, m.From is null, today, today));
        if (m.Kind is PostingKind.Fee or PostingKind.Payment && m.From is not null && m.To is null)
        {
            MayBeUndone(m);
        }
    }

    private void Later(HiddenMovement m, int after)
    {
        if (m.From is not null)
        {
            Book(new HiddenLeg(m, false, today, today));
        }

        if (m.To is not null)
        {
            var day = today.AddDays(after);
            var credit = new HiddenLeg(m, true, day, day);
            if (after == 0)
            {
                Book(credit);
            }
            else
            {
                (underway.TryGetValue(day.Number, out var list) ? list : underway[day.Number] = []).Add(credit);
            }
        }
    }

    private void Book(HiddenLeg leg)
    {
        legs.Add(leg);
        balance[leg.Account] += leg.Minor;
    }

    /// <summary>An amount that no other movement of these days has, so that a bank's row without names fits one movement only.</summary>
    private long Fresh(long from, long to)
    {
        for (var tries = 1; ; tries++)
        {
            var amount = random.Between(from, to);
            if (IsFree(amount, AmountDays))
            {
                amounts[amount] = today;
                return amount;
            }

            to += tries > 20 ? tries : 0;
        }
    }

    private bool IsFree(long amount, int since) => !amounts.TryGetValue(amount, out var last) || last.AddDays(since) < today;

    /// <summary>What the account pays: a part of what it has, now and then all of it, or more where the bank lends.</summary>
    private long Spend(HiddenAccount account)
    {
        var has = balance[account];
        if (has > 200 && random.Chance(12) && IsFree(has, AmountDays))
        {
            amounts[has] = today;
            return has;
        }

        return has > 2_000 && !(overdrafts && random.Chance(12)) ? Fresh(50, has) : overdrafts ? Fresh(Math.Max(has, 0) + 1, Math.Max(has, 0) + 30_000) : Fresh(1, 3_000);
    }

    private string Outsider() => random.Chance(30) ? "" : "outsider " + random.Between(1, 9).ToString(CultureInfo.InvariantCulture);
}
