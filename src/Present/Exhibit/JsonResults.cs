using System.Text.Json;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The JSON form from Schedule D on: assets, all rules with their bounds, paths, ownership, evidence.</summary>
internal sealed class JsonResults(Utf8JsonWriter json, ExhibitView view)
{
    public void Write()
    {
        Assets();
        Rules();
        Orders();
        OtherFigures();
        Bounds();
        Paths();
        Ownership();
        json.Array("scheduleF", view.Assessments, Assessment);
    }

    private void Assets() => json.Array("scheduleD", view.Targets, t =>
    {
        string Money(long minor) => Plain(minor, t.Currency);
        var asset = view.Names.AssetOf(t.Target);
        json.WriteString("target", t.Target);
        json.WriteString("currency", t.Currency);
        json.WriteString("cost", Money(t.Cost));
        json.WriteString("traced", Money(t.Traced));
        json.WriteString("origin", Money(t.Origin));
        json.WriteString("holder", asset?.Holder ?? "");
        json.WriteString("value", asset?.Value is { } v ? Money(v) : "");
        json.Array("lines", view.AcquisitionOf(t.Target)?.Lines ?? [], line =>
        {
            json.WriteString("kind", line.Kind);
            json.WriteString("day", line.Day.ToString());
            json.WriteString("amount", Money(line.Minor));
            json.Strings("rows", line.Movement >= 0 ? view.Ledger.RowsOf(line.Movement).ToArray().Select(view.Rows.Name) : []);
            json.Strings("cites", line.Movement >= 0 ? view.Rows.LedgerCites(line.Movement) : []);
        });
        json.Owners("paid", t.Paid, Money);
        json.Owners("held", t.Held ?? t.Paid, Money);
        json.Array("victims", VictimAmount.Of(view.Register.Owners, t), v =>
        {
            json.WriteString("victim", v.Victim);
            json.Strings("acts", v.Acts);
            json.WriteString("traced", Money(v.Paid));
            json.WriteString("held", Money(v.Held));
            json.WriteString("origin", Money(v.OriginMinor));
        });
    });

    private void Rules() => json.Array("scheduleE", view.Content.Traces, trace =>
    {
        json.WriteString("rule", trace.Rule);
        json.WriteString("orderMode", trace.OrderMode);
        json.WriteBoolean("conserving", trace.Conserving);
        json.WriteBoolean("chosen", trace.Rule == view.Chosen.Rule);
        json.Array("targets", trace.Targets, t =>
        {
            json.WriteString("target", t.Target);
            json.WriteString("currency", t.Currency);
            json.WriteString("traced", Plain(t.Traced, t.Currency));
            json.Fraction("reach", t.Reach.Value);
        });
        json.Array("claims", trace.Claims, c =>
        {
            json.WriteString("claim", c.Claim);
            json.WriteString("currency", c.Currency);
            json.WriteString("charged", Plain(c.Charged, c.Currency));
            json.WriteString("newlyLabelled", Plain(c.NewlyLabelled, c.Currency));
        });
        json.Array("closing", trace.Rule == view.Chosen.Rule ? trace.Closing : [], c =>
        {
            json.WriteString("account", c.Account);
            json.WriteString("currency", c.Currency);
            json.WriteString("statedAsOf", c.StatedAsOf.ToString());
            json.WriteString("balance", Plain(c.Balance, c.Currency));
            json.WriteString("debt", Plain(c.Debt, c.Currency));
            json.Owners("owners", c.Owners, m => Plain(m, c.Currency));
        });
    });

    private void Orders() => json.Array("orderModes", view.Content.Orders ?? [], o =>
    {
        json.WriteString("rule", o.Rule);
        json.Whole("unevidenced", o.Unevidenced);
        json.Whole("orders", o.Orders);
        json.WriteString("sentence", o.Sentence);
        json.Array("targets", o.Worst is null || o.Best is null ? [] : o.Worst.Targets.Zip(o.Best.Targets), t =>
        {
            json.WriteString("target", t.First.Target);
            json.WriteString("currency", t.First.Currency);
            json.WriteString("worst", Plain(t.First.Traced, t.First.Currency));
            json.WriteString("best", Plain(t.Second.Traced, t.Second.Currency));
        });
    });

    private void OtherFigures() => json.Array("notConserving", view.Content.OtherFigures ?? [], f =>
    {
        json.WriteString("method", f.Rule);
        json.WriteString("subject", f.Subject);
        json.WriteString("owner", f.Owner);
        json.WriteString("currency", f.Currency);
        json.WriteString("amount", f.Minor is { } minor ? Plain(minor, f.Currency) : "");
        json.WriteString("reason", f.Reason);
    });

    private void Bounds() => json.Array("bounds", view.Content.Bounds, b =>
    {
        string Money(long minor) => Plain(minor, b.Currency);
        json.WriteString("target", b.Target);
        json.WriteString("currency", b.Currency);
        json.WriteString("cost", Money(b.Cost));
        json.WriteString("lower", Money(b.Lower));
        json.WriteString("upperRecorded", Money(b.UpperRecorded));
        json.WriteString("upperOut", Money(b.UpperOut));
        json.WriteString("floor", Money(b.Floor));
        json.WriteString("floorUpperRecorded", Money(b.FloorUpperRecorded));
        json.WriteString("floorUpperOut", Money(b.FloorUpperOut));
        json.WriteBoolean("outer", b.Outer);
        json.Strings("outerBecause", b.OuterBecause ?? []);
        json.WriteString("note", b.Note);
        json.Strings("members", b.Members);
        Cut("upperCut", b.UpperCut);
        Cut("lowerCut", b.LowerCut);
        Cut("upperOutCut", b.UpperOutCut ?? []);
        json.Array("provedFloors", b.ProvedFloors ?? [], f =>
        {
            json.WriteString("proofTier", f.ProofTier);
            json.WriteString("lower", Money(f.Lower));
            json.WriteString("floor", Money(f.Floor));
        });

        void Cut(string name, IReadOnlyList<CutElement> cut) => json.Array(name, cut, c =>
        {
            json.WriteString("text", c.Text);
            json.WriteString("account", c.Account);
            json.WriteString("day", c.Day.ToString());
            json.WriteString("amount", Money(c.Minor));
            json.Strings("cites", c.Movement >= 0 ? view.Rows.LedgerCites(c.Movement) : []);
        });
    });

    private void Paths() => json.Array("paths", view.Content.Paths, p =>
    {
        json.WriteString("target", p.Target);
        json.WriteString("key", p.Key);
        json.Whole("found", p.Found);
        json.Whole("chains", p.Chains);
        json.WriteString("cut", p.Cut);
        json.Array("paths", p.Paths, path =>
        {
            json.Strings("accounts", path.Accounts);
            json.WriteString("currency", path.Currency);
            json.WriteString("least", Plain(path.Least, path.Currency));
            json.WriteString("arrival", path.Arrival.ToString());
            json.Whole("otherChains", path.OtherChains);
            json.Strings("notes", view.Withheld.Visible(path.Notes));
            json.Array("breaks", (path.Breaks ?? []).Where(b => view.Withheld.Visible([b.Text]).Count > 0).ToList(), b =>
            {
                json.WriteString("kind", b.Kind);
                json.WriteString("account", b.Account);
                json.WriteString("from", b.From.ToString());
                json.WriteString("to", b.To.ToString());
                json.WriteString("text", b.Text);
            });
            json.Array("hops", path.Hops, h =>
            {
                json.WriteString("kind", h.Kind);
                json.WriteString("from", h.From);
                json.WriteString("to", h.To);
                json.WriteString("day", h.Day.ToString());
                json.WriteString("debit", Plain(h.DebitMinor, path.Currency));
                json.WriteString("credit", Plain(h.CreditMinor, path.Currency));
                json.Strings("rows", h.Movement >= 0 ? view.Ledger.RowsOf(h.Movement).ToArray().Select(view.Rows.Name) : []);
                json.Strings("cites", h.Movement >= 0 ? view.Rows.LedgerCites(h.Movement) : []);
            });
        });
    });

    private void Ownership() => json.Array("ownership", view.Content.Ownership, o =>
    {
        json.WriteString("target", o.Target);
        json.WriteString("at", o.At.ToString());
        json.WriteBoolean("hasCycle", o.HasCycle);
        json.Fraction("unknownLow", o.UnknownLow);
        json.Fraction("unknownHigh", o.UnknownHigh);
        json.Array("owners", o.Owners, s =>
        {
            json.WriteString("party", s.Party);
            json.WriteString("name", s.Name);
            json.Fraction("low", s.Low);
            json.Fraction("high", s.High);
            json.Strings("through", s.Through);
        });
        json.Strings("notes", view.Withheld.Visible(o.Notes));
    });

    private void Assessment(Assessment a)
    {
        var s = a.Support;
        json.WriteString("target", a.Target);
        json.WriteString("rule", a.Rule);
        json.WriteString("profile", a.Profile);
        json.WriteString("scheme", a.Scheme);
        json.Fraction("reach", a.Reach.Value);
        json.Fraction("floor", a.Floor.Value);
        json.WriteString("highestTier", a.HighestTier);
        json.WriteStartObject("support");
        json.Fraction("theta", s.Theta);
        json.Fraction("low", s.Low);
        json.Fraction("high", s.High);
        json.WriteString("lowExact", s.LowExact);
        json.Fraction("errorLow", s.ErrorLow);
        json.Fraction("errorHigh", s.ErrorHigh);
        json.Fraction("beta", s.Beta);
        json.Whole("weakestHop", s.WeakestHop);
        json.Whole("variables", s.Variables);
        json.WriteEndObject();
        json.Array("elements", a.Elements, e =>
        {
            json.WriteString("element", e.Element);
            json.Fraction("belief", e.Belief);
            json.Fraction("disbelief", e.Disbelief);
            json.Fraction("uncertain", e.Uncertain);
            json.WriteString("proof", e.ProofTier);
            json.Strings("supporting", e.Supporting);
            json.Strings("contradicting", e.Contradicting);
        });
        json.Array("weights", a.Weights, w =>
        {
            json.WriteString("item", w.Item);
            json.WriteString("rootSource", w.RootSource);
            json.WriteString("partner", w.Partner);
            json.WriteString("grade", w.Grade);
            json.Fraction("reliability", w.Reliability);
            json.Fraction("credibility", w.Credibility);
            json.WriteBoolean("relied", w.Relied);
            json.WriteString("why", w.Why);
            json.WriteString("form", w.Form);
            json.WriteString("use", w.Use);
        });
        Rating(a);
    }

    private void Rating(Assessment a)
    {
        json.Array("without", a.Without, w =>
        {
            json.WriteString("kind", w.Kind);
            json.WriteString("what", w.What);
            json.Fraction("supportLow", w.SupportLow);
            json.Fraction("drop", w.Drop);
            json.WriteString("tier", w.Tier);
            json.Strings("onlyProof", w.OnlyProof);
        });
        json.Array("tiers", a.Tiers, t =>
        {
            json.WriteString("tier", t.Tier);
            json.WriteString("state", t.State);
            json.Array("gates", t.Gates, g =>
            {
                json.WriteString("gate", g.Gate);
                json.WriteString("state", g.State);
                json.WriteString("measured", g.Measured);
                json.WriteString("needed", g.Needed);
                json.WriteString("missing", g.Missing);
                json.WriteString("partner", g.Partner);
            });
        });
        json.Array("indicators", a.Indicators, i =>
        {
            json.WriteString("code", i.Code);
            json.WriteString("name", i.Name);
            json.Fraction("value", i.Value);
            json.WriteString("text", i.Text);
            json.WriteString("reason", i.Reason);
            json.Strings("rests", i.Rests);
        });
        json.Strings("refused", a.Refused);
    }

    private string Plain(long minor, string currency) => Money.Format(minor, view.Names.Exponent(currency));
}
