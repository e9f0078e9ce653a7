using System.Globalization;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>
/// Makes a hidden ledger from a seed: accounts at several banks, own money, proceeds of two acts, transfers that arrive days later, debts, fees, interest,
/// purchases from outsiders and from each other, days with many bookings, genuine identical bookings.
/// </summary>
internal sealed class HiddenLedgerGenerator
{
    private static readonly string[] Claims = ["A1:V1", "A2:V1", "A1:V2"];
    private static readonly string[] Assets = ["CAR", "FLAT", "SHARES", "VILLA"];
    private readonly SplitMix64 random;
    private readonly ulong seed;
    private readonly List<HiddenAccount> accounts = [];
    private readonly List<HiddenLeg> legs = [];
    private readonly Dictionary<HiddenAccount, long> balance = new(ReferenceEqualityComparer.Instance);
    private readonly List<HiddenLeg> underway = [];
    private readonly HashSet<long> amounts = [];
    private readonly bool overdrafts;
    private int movements;

    private HiddenLedgerGenerator(ulong seed)
    {
        this.seed = seed;
        random = new SplitMix64(seed);
        overdrafts = random.Chance(60);
    }

    public static HiddenLedger Make(ulong seed) => new HiddenLedgerGenerator(seed).Make();

    private HiddenLedger Make()
    {
        MakeAccounts();
        for (var day = HiddenLedger.First; day <= HiddenLedger.AsOf; day = day.AddDays(1))
        {
            var arriving = underway.Where(l => l.Day == day).ToList();
            underway.RemoveAll(arriving.Contains);
            var fresh = random.Chance(45) ? 0 : random.Chance(80) ? random.Between(1, 2) : random.Between(3, 6);
            var queue = new Queue<HiddenLeg>(arriving);
            foreach (var isArrival in random.Shuffle(Enumerable.Repeat(true, arriving.Count).Concat(Enumerable.Repeat(false, fresh))))
            {
                if (isArrival)
                {
                    Book(queue.Dequeue());
                }
                else
                {
                    Happen(day);
                }
            }

            if (random.Chance(12))
            {
                TransferBookedLate(day);
            }
        }

        return new HiddenLedger(seed, accounts, legs);
    }

    private void MakeAccounts()
    {
        string[] banks = ["alma", "bulak", "saya"];
        var references = banks.ToDictionary(b => b, _ => random.Chance(50), StringComparer.Ordinal);
        var balances = banks.ToDictionary(b => b, _ => random.Chance(50), StringComparer.Ordinal);
        var count = random.Between(2, 7);
        var withExtract = count > 2 && random.Chance(40);
        for (var i = 0; i < count; i++)
        {
            var bank = banks[i % banks.Length];
            var opening = random.Chance(40) ? 0 : random.Chance(80) || !overdrafts ? random.Between(1, 50_000) : -random.Between(1, 20_000);
            var account = new HiddenAccount("ACC" + i.ToString("d2", CultureInfo.InvariantCulture), bank, opening) { HasReferences = references[bank], HasBalances = balances[bank] };
            if (withExtract && i == count - 1)
            {
                account = new HiddenAccount(account.Id, account.Bank, 0) { HasExtractOnly = true };
            }
            else
            {
                // An account without any statement whose rows an extract names would be traced on those.
                Cover(account, always: i < 2 || withExtract);
            }

            accounts.Add(account);
            balance[account] = opening;
        }
    }

    private void Cover(HiddenAccount account, bool always)
    {
        var (first, last) = (HiddenLedger.First, HiddenLedger.AsOf);
        var kind = random.Between(0, 99);
        if (kind < 55)
        {
            account.Covered.Add(new DayRange(first, last));
        }
        else if (kind < 66)
        {
            account.Covered.Add(new DayRange(new Day(random.Between(2, 40)), last));
        }
        else if (kind < 76)
        {
            account.Covered.Add(new DayRange(first, new Day(random.Between(50, 99))));
        }
        else if (kind < 92 || always)
        {
            var gap = random.Between(20, 80);
            account.Covered.Add(new DayRange(new Day(random.Chance(70) ? 1 : random.Between(2, 10)), new Day(gap)));
            account.Covered.Add(new DayRange(new Day(gap + random.Between(2, 12)), last));
            account.Broken = random.Chance(50) ? new DayRange(new Day(gap + 1), account.Covered[1].From.AddDays(-1)) : null;
        }
    }

    private void Happen(Day day)
    {
        var account = random.Of(accounts);
        var kind = random.Between(0, 99);
        if (kind < 30)
        {
            Receive(account, day);
        }
        else if (kind < 62 && accounts.Count > 1)
        {
            Transfer(account, day);
        }
        else if (kind < 76)
        {
            Buy(account, day);
        }
        else if (kind < 86)
        {
            Now(New(account, null, Spend(account)) with { Outsider = Outsider() }, day);
        }
        else if (account.HasExtractOnly)
        {
            Twice(account, day);
        }
        else if (kind < 91)
        {
            Now(New(account, null, random.Between(1, 300), PostingKind.Fee), day);
        }
        else if (kind < 96)
        {
            Now(New(null, account, random.Between(1, 400), PostingKind.Interest), day);
        }
        else
        {
            Twice(account, day);
        }
    }

    private void Receive(HiddenAccount account, Day day)
    {
        var amount = Fresh(100, 60_000);
        var m = New(null, account, amount) with { Outsider = Outsider() };
        if (random.Chance(45))
        {
            m.Claim = random.Of(Claims);
            m.Named = random.Chance(70) ? amount : random.Between(1, amount);
        }
        else if (random.Chance(15))
        {
            m.Claimant = random.Chance(50) ? "Orman Capital" : "Ertis Trade";
        }

        Now(m, day);
    }

    private void Transfer(HiddenAccount from, Day day)
    {
        var to = random.Of(accounts.Where(a => a != from).ToList());
        var amount = Spend(from);
        var withId = random.Chance(50);
        var atOnce = from.HasExtractOnly || to.HasExtractOnly;
        var charge = withId && !atOnce && amount > 50 && random.Chance(25) ? random.Between(1, Math.Min(amount / 10, 500)) : 0;
        var names = random.Between(0, 3);
        var m = new HiddenMovement(++movements, from, to, amount, amount - charge, PostingKind.Payment)
        {
            EndToEndId = withId ? "E2E-" + movements.ToString("d5", CultureInfo.InvariantCulture) : null,
            NamedOnDebit = names != 1,
            NamedOnCredit = names != 2,
        };
        amounts.Add(m.Credit);
        if (random.Chance(8))
        {
            m.Claim = random.Of(Claims);
            m.Named = random.Chance(60) ? m.Credit : random.Between(1, m.Credit);
        }

        Later(m, day, atOnce || random.Chance(55) ? 0 : random.Between(1, 3));
    }

    /// <summary>The day's last movement, whose credit is booked at once and whose debit a day later (definitions A4 put the debit back).</summary>
    private void TransferBookedLate(Day day)
    {
        var next = day.AddDays(1);
        var senders = accounts.Where(a => !a.HasExtractOnly && !a.Covered.Exists(r => r.From == next)).ToList();
        if (next > HiddenLedger.AsOf || senders.Count == 0)
        {
            return;
        }

        var from = random.Of(senders);
        var receivers = accounts.Where(a => a != from && !a.HasExtractOnly && a.Covers(day)).ToList();
        if (receivers.Count > 0)
        {
            var m = New(from, random.Of(receivers), Spend(from));
            Book(new HiddenLeg(m, false, next, day));
            Book(new HiddenLeg(m, true, day, day));
        }
    }

    private void Buy(HiddenAccount account, Day day)
    {
        var seller = random.Chance(25) && accounts.Count > 1 ? random.Of(accounts.Where(a => a != account).ToList()) : null;
        var m = New(account, seller, Spend(account)) with { Outsider = seller is null ? Outsider() : "" };
        m.Asset = random.Of(Assets);
        m.LineKind = seller is not null || random.Chance(75) ? "price" : random.Chance(50) ? "tax" : "improvement";
        Later(m, day, 0);
    }

    /// <summary>Two bookings that no file can tell apart, one right after the other or with something between.</summary>
    private void Twice(HiddenAccount account, Day day)
    {
        var (from, to) = random.Between(0, 2) switch { 0 => (null, account), 1 => (account, null), _ => (account, random.Of(accounts)) };
        if (from == to)
        {
            to = null;
        }

        var amount = from is null ? Fresh(100, 9_000) : Spend(account);
        var name = from is null || to is null ? Outsider() : "";
        Later(New(from, to, amount) with { Outsider = name }, day, 0);
        if (random.Chance(40))
        {
            Now(New(null, account, Fresh(100, 9_000)) with { Outsider = Outsider() }, day);
        }

        Later(New(from, to, amount) with { Outsider = name }, day, 0);
    }

    private HiddenMovement New(HiddenAccount? from, HiddenAccount? to, long amount, PostingKind kind = PostingKind.Payment) => new(++movements, from, to, amount, amount, kind);

    private void Now(HiddenMovement m, Day day) => Book(new HiddenLeg(m, m.From is null, day, day));

    private void Later(HiddenMovement m, Day day, int days)
    {
        if (m.From is not null)
        {
            Book(new HiddenLeg(m, false, day, day));
        }

        if (m.To is not null)
        {
            var credit = new HiddenLeg(m, true, day.AddDays(days), day.AddDays(days));
            if (days == 0)
            {
                Book(credit);
            }
            else
            {
                underway.Add(credit);
            }
        }
    }

    private void Book(HiddenLeg leg)
    {
        legs.Add(leg);
        balance[leg.Account] += leg.Minor;
    }

    /// <summary>An amount that no other movement has, so that a bank's row without names fits one movement only.</summary>
    private long Fresh(long from, long to)
    {
        while (true)
        {
            var amount = random.Between(from, to);
            if (amounts.Add(amount))
            {
                return amount;
            }
        }
    }

    /// <summary>What the account pays: a part of what it has, now and then all of it, or more where the bank lends.</summary>
    private long Spend(HiddenAccount account)
    {
        var has = balance[account];
        if (has > 200 && random.Chance(12) && amounts.Add(has))
        {
            return has;
        }

        return has > 2_000 && !(overdrafts && random.Chance(12)) ? Fresh(50, has) : overdrafts ? Fresh(Math.Max(has, 0) + 1, Math.Max(has, 0) + 30_000) : Fresh(1, 3_000);
    }

    private string Outsider() => random.Chance(30) ? "" : "outsider " + random.Between(1, 9).ToString(CultureInfo.InvariantCulture);
}
