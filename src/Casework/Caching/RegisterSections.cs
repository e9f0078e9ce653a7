namespace FinInvest.Graph.Casework.Caching;

/// <summary>What the case says about the ledger's movements, in a cache entry: small, and read at once.</summary>
internal static class RegisterSections
{
    public static void Write(Register register, SectionWriter to)
    {
        var owners = register.Owners;
        to.List([.. owners.Labels.Skip(OwnerTable.FirstThirdParty).Take(owners.FirstClaim - OwnerTable.FirstThirdParty)], label => to.Text(label["tp:".Length..]));
        to.List(owners.Claims, c => Texts(to, c.Act, c.Victim));
        to.List(register.Claims, c =>
        {
            Numbers(to, c.Movement, c.Owner, c.Minor);
            Texts(to, c.Episode, c.ProceedsId, c.SameAs);
        });
        to.List(register.Claimants, c => Numbers(to, c.Movement, c.Owner));
        to.List(register.CashProceeds, c =>
        {
            Numbers(to, c.Owner, c.Minor, c.Day.Number);
            Texts(to, c.Episode, c.ProceedsId, c.Currency, c.SameAs);
        });
        to.List(register.Acquisitions, a =>
        {
            Texts(to, a.Asset, a.Currency);
            Numbers(to, a.Index, a.SoldMovement);
            to.Flag(a.ExchangedForNext);
            to.List(a.Lines, l =>
            {
                Numbers(to, l.Movement, l.Minor, l.Day.Number);
                Texts(to, l.Kind, l.CostLineId);
            });
        });
        to.List(register.Reversals, r => Numbers(to, r.Movement, r.Of, r.Minor));
        to.List(register.Links, l =>
        {
            Texts(to, l.Id, l.Reason);
            to.List(l.Credits, c => to.Number(c));
            to.List(l.Targets, t => to.Number(t));
        });
        to.List(register.Replenishments, r => Numbers(to, r.Movement, r.Decision));
        to.List(register.Rates, r =>
        {
            Texts(to, r.Key, r.Value.Id, r.Value.Currency);
            Numbers(to, r.Value.P, r.Value.Q);
        });
        to.Day(register.AsOf);
    }

    public static Register Read(SectionReader from)
    {
        var thirdParties = from.List(from.Text);
        var claims = from.List(() => new Claim(from.Text(), from.Text()));
        return new Register
        {
            Owners = new OwnerTable(thirdParties, claims),
            Claims = from.List(() =>
            {
                var (movement, owner, minor) = (from.Int(), from.Int(), from.Number());
                return new ClaimMark(movement, owner, minor, from.Text(), from.Text(), from.Text());
            }),
            Claimants = from.List(() => new ClaimantMark(from.Int(), from.Int())),
            CashProceeds = from.List(() => new CashProceeds(from.Int(), from.Number(), from.Day(), from.Text(), from.Text(), from.Text(), from.Text())),
            Acquisitions = from.List(() =>
            {
                var (asset, currency, index, sold, isExchanged) = (from.Text(), from.Text(), from.Int(), from.Int(), from.Flag());
                return new Acquisition(asset, index, currency, from.List(() =>
                {
                    var (movement, minor, day) = (from.Int(), from.Number(), from.Day());
                    return new AcquisitionLine(movement, from.Text(), minor, day, from.Text());
                }), sold, isExchanged);
            }),
            Reversals = from.List(() => new ReversalMark(from.Int(), from.Int(), from.Number())),
            Links = from.List(() =>
            {
                var (id, reason) = (from.Text(), from.Text());
                return new LinkMark(id, from.List(from.Int), from.List(from.Int), reason);
            }),
            Replenishments = from.List(() => new ReplenishmentMark(from.Int(), from.Number())),
            Rates = from.List(() => (Key: from.Text(), Rate: new ReferenceRate(from.Text(), from.Text(), from.Number(), from.Number())))
                .ToDictionary(r => r.Key, r => r.Rate, StringComparer.Ordinal),
            AsOf = from.Day(),
        };
    }

    private static void Numbers(SectionWriter to, params ReadOnlySpan<long> numbers)
    {
        foreach (var number in numbers)
        {
            to.Number(number);
        }
    }

    private static void Texts(SectionWriter to, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            to.Text(text);
        }
    }
}
