using FinInvest.Graph.Assess;
using FinInvest.Graph.Assess.Profiles;
using Xunit;

namespace FinInvest.Graph.Tests.Assess;

public class AssessorTests
{
    /// <summary>Two hops, three root sources; everything a verdict needs is there.</summary>
    private const string Strong = """
        +X 100 K
        X>Y 60
        -Y 60 car
        ---
        source BANK A
        source NOTARY A
        source COURT A
        item B1 BANK 1 AE supports=statement:S
        item N1 NOTARY 1 KZ supports=holder:*;holderx:*;value:*
        item C1 COURT 1 KZ supports=act:*
        act A final_judgment
        party p subject
        holder X p
        holder Y p
        asset car p
        fact OC-5 p yes
        fact CG-1 car yes
        fact CG-2 car yes
        fact CG-3 car no
        floor 60
        """;

    [Fact]
    public void Four_numbers_stand_side_by_side()
    {
        var a = WorkedAssessment.Assess(Strong);
        Assert.Equal(1.0, a.Reach.Value);
        Assert.Equal(1.0, a.Floor.Value);
        Assert.Equal(Math.Pow(0.9025, 3), a.Support.Low!.Value, 12);
        Assert.Equal("T4", a.HighestTier);
        Assert.All(a.Tiers.Where(t => t.Tier != "T2"), t => Assert.Equal("passed", t.State));
        Assert.Equal("not assessed", a.Tiers[1].State);
        Assert.Equal("KZ-CC48/1", a.Profile);
        Assert.Empty(a.Refused);
    }

    [Fact]
    public void Without_its_bank_the_link_is_gone_and_the_tier_falls()
    {
        var a = WorkedAssessment.Assess(Strong);
        var bank = a.Without.Single(w => w is { Kind: "item", What: "B1" });
        Assert.Equal(0.0, bank.SupportLow);
        Assert.Equal(a.Support.Low!.Value, bank.Drop!.Value, 12);
        Assert.Equal("T1", bank.Tier);
        Assert.Equal(["proceeds:S/1", "transfer:S/2", "link:S/3"], bank.OnlyProof);
        var partner = a.Without.Single(w => w is { Kind: "partner", What: "KZ" });
        Assert.Equal(["act:A", "holder:X", "holder:Y", "holderx:car", "value:car"], partner.OnlyProof);
        Assert.Equal(["item", "item", "item", "root source", "root source", "root source", "partner", "partner"], a.Without.Select(w => w.Kind));
    }

    [Fact]
    public void A_lone_item_with_an_uncured_defect_blocks_the_verdict_tier_only()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("item B1 BANK 1 AE supports=statement:S", "item B1 BANK 1 AE supports=statement:S missing=certified"));
        Assert.Equal("T3", a.HighestTier);
        var gate = a.Tiers[3].Gates.Single(g => g.State == "fail");
        Assert.Equal("AE", gate.Partner);
        Assert.Equal("Cure B1 (missing: certified): ask AE, or prove the same by another root source.", gate.Missing);
        Assert.Equal("no", a.Indicators.Single(i => i.Code == "EQ-2").Text);
        Assert.DoesNotContain(a.Elements, e => e is { Element: "transfer:S/2", ProofTier: "C1" });
    }

    [Fact]
    public void A_second_bank_cures_what_one_defect_would_block()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("item B1 BANK 1 AE supports=statement:S", "item B1 BANK 1 AE supports=statement:S missing=certified\nsource OTHER A\nitem B2 OTHER 1 TR supports=statement:S"));
        Assert.Equal("T4", a.HighestTier);
    }

    [Fact]
    public void An_item_that_may_not_be_used_in_court_is_neither_relied_on_nor_shown()
    {
        var text = Strong.Replace("item C1 COURT 1 KZ", "item SECRET BANK 1 TR supports=statement:S permit=intelligence\nitem C1 COURT 1 KZ");
        var a = WorkedAssessment.Assess(text);
        var plain = WorkedAssessment.Assess(Strong);
        Assert.Equal(plain.Support.Low, a.Support.Low);
        Assert.DoesNotContain("SECRET", System.Text.Json.JsonSerializer.Serialize(a));
        var file = Assessor.WorkingFile(WorkedAssessment.Request(text).Case, Profiles.Get("KZ-CC48"));
        Assert.Contains(file, w => w is { Item: "SECRET", Relied: false });
    }

    [Fact]
    public void A_permission_counts_to_its_last_day()
    {
        // The as-of day of the three-line ledger is 4.
        Assert.True(WorkedAssessment.Assess(Strong.Replace("supports=statement:S", "supports=statement:S until=4")).Support.Low > 0);
        Assert.Equal(0.0, WorkedAssessment.Assess(Strong.Replace("supports=statement:S", "supports=statement:S until=3")).Support.Low);
    }

    [Fact]
    public void Grades_four_and_five_turn_support_into_contradiction_and_six_is_not_relied_on()
    {
        var turned = WorkedAssessment.Assess(Strong.Replace("act A final", "item T BANK 4 AE supports=statement:S\nact A final"));
        Assert.Contains("contradiction", turned.Weights.Single(w => w.Item == "T").Why);
        // Bank and act: .95 * (.95 * .4 + ...) : the item turns with its own source, so both need BANK.
        Assert.Equal(0.95 * 0.95 * 0.4 * 0.9025 * 0.9025, turned.Support.Low!.Value, 12);
        var six = WorkedAssessment.Assess(Strong.Replace("act A final", "item T BANK 6 AE supports=statement:S\nact A final"));
        Assert.False(six.Weights.Single(w => w.Item == "T").Relied);
        Assert.Equal(Math.Pow(0.9025, 3), six.Support.Low!.Value, 12);
    }

    [Fact]
    public void A_contradicting_item_graded_doubtful_is_not_relied_on()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("act A final", "item T BANK 4 AE contradicts=statement:S\nact A final"));
        Assert.False(a.Weights.Single(w => w.Item == "T").Relied);
        Assert.Equal(Math.Pow(0.9025, 3), a.Support.Low!.Value, 12);
    }

    [Fact]
    public void Credibility_one_is_stored_as_two_when_its_confirmation_is_an_item_of_the_case()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("item B1 BANK 1 AE supports=statement:S", "item B1 BANK 1 AE supports=statement:S confirmed=NOTARY"));
        Assert.Equal("A2", a.Weights.Single(w => w.Item == "B1").Grade);
        Assert.Equal(0.95 * 0.85 * 0.9025 * 0.9025, a.Support.Low!.Value, 12);
    }

    [Fact]
    public void An_open_contradiction_raises_CG1_until_a_person_resolves_it_with_an_item()
    {
        var text = Strong.Replace("act A final", "source W B\nitem Z W 2 TR contradicts=transfer:S/2\nact A final");
        var open = WorkedAssessment.Assess(text);
        Assert.Equal("T1", open.HighestTier);
        var gate = open.Tiers[2].Gates.Single(g => g.Gate == "CG-1 transfer:S/2");
        Assert.Equal("fail", gate.State);
        Assert.Equal("TR", gate.Partner);
        var resolved = WorkedAssessment.Assess(text + "\ndecide contradiction Z resolved N1");
        Assert.Equal("T4", resolved.HighestTier);
        // What resolved it is now carried by that item: without it the contradiction is back.
        Assert.True(resolved.Without.Single(w => w is { Kind: "item", What: "N1" }).SupportLow < resolved.Support.Low);
        Assert.Equal("T1", WorkedAssessment.Assess(text + "\ndecide contradiction Z resolved").HighestTier);
    }

    [Fact]
    public void A_person_can_take_an_item_out()
    {
        var a = WorkedAssessment.Assess(Strong + "\ndecide relied B1 no");
        Assert.Equal(0.0, a.Support.Low);
        Assert.Contains("decision 1", a.Weights.Single(w => w.Item == "B1").Why);
        Assert.Equal(Math.Pow(0.9025, 3), WorkedAssessment.Assess(Strong + "\ndecide relied B1 no\ndecide relied B1 yes").Support.Low!.Value, 12);
    }

    [Fact]
    public void An_ungraded_case_says_why_support_is_zero_and_what_to_type()
    {
        var a = WorkedAssessment.Assess("+X 100 K\n-X 60 car\n---\nact A indictment");
        Assert.Equal(0.0, a.Support.Low);
        Assert.Equal(1.0, a.Support.High);
        Assert.Contains(a.Refused, r => r.Contains("fininvest load --grade B2") && r.Contains("statement.csv"));
        Assert.Contains(a.Refused, r => r.Contains("evidence.csv") && r.Contains("act:A"));
        Assert.Contains(a.Tiers[2].Gates, g => g.Gate == "S_lo link:S/2" && g.Missing.Contains("/S/2"));
        Assert.Equal("T0", a.HighestTier);
    }

    [Fact]
    public void A_graded_document_supports_the_rows_read_from_it()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("item B1 BANK 1 AE supports=statement:S", "grade A1 AE"));
        Assert.Equal(Math.Pow(0.9025, 3), a.Support.Low!.Value, 12);
        Assert.Equal("AE", a.Weights.Single(w => w.Item == "statement").Partner);
    }

    [Fact]
    public void Unknown_is_missing_and_the_shield_stands_until_disproved()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("fact OC-5 p yes", "fact OC-5 p unknown").Replace("fact CG-3 car no\n", "").Replace("fact CG-2 car yes", "fact CG-2 car no"));
        Assert.Equal("missing", a.Tiers[0].Gates.Single(g => g.Gate.StartsWith("OC-5", StringComparison.Ordinal)).State);
        Assert.Equal("unknown: the shield stands", a.Tiers[2].Gates.Single(g => g.Gate == "CG-3").Measured);
        Assert.Equal("fail", a.Tiers[2].Gates.Single(g => g.Gate == "CG-2").State);
        Assert.Equal("T0", a.HighestTier);
    }

    [Fact]
    public void An_answer_falls_with_the_item_it_rests_on()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("fact CG-3 car no", "fact CG-3 car no N2").Replace("act A final", "item N2 NOTARY 2 KZ supports=value:other\nact A final"));
        Assert.Equal("T4", a.HighestTier);
        Assert.Equal("T1", a.Without.Single(w => w is { Kind: "item", What: "N2" }).Tier);
    }

    [Fact]
    public void An_open_explanation_keeps_the_court_tier_closed()
    {
        var a = WorkedAssessment.Assess(Strong + "\nexplanation E1 car open");
        Assert.Equal("T1", a.HighestTier);
        Assert.Contains("E1", a.Tiers[2].Gates.Single(g => g.Gate == "CG-2").Missing);
        Assert.Equal("T4", WorkedAssessment.Assess(Strong + "\nexplanation E1 car tested_fails").HighestTier);
    }

    [Fact]
    public void Where_nothing_was_traced_support_is_not_applicable()
    {
        var a = WorkedAssessment.Assess("+X 100 own\n-X 60 car\n+X 10 K\n---\nact A indictment");
        Assert.Null(a.Support.Low);
        Assert.Empty(a.Without);
        Assert.Contains("n/a", Assert.Single(a.Refused));
        Assert.Equal("fail", a.Tiers[2].Gates.Single(g => g.Gate == "L or tau").State);
    }

    [Fact]
    public void The_same_request_gives_the_same_answer_to_the_bit()
    {
        static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(WorkedAssessment.Assess(text));
        Assert.Equal(Json(Strong), Json(Strong));
        var lines = Strong.Split("---\n");
        Assert.Equal(Json(Strong), Json(lines[0] + "---\n" + string.Join('\n', lines[1].Split('\n').Reverse())).Replace("f99", "f99"));
    }

    [Fact]
    public void A_graded_document_without_a_recorded_use_is_named_with_what_to_type()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("item B1 BANK 1 AE supports=statement:S", "grade A1 AE none"));
        Assert.Equal(0.0, a.Support.Low);
        Assert.Contains(a.Refused, r => r.Contains("no recorded use") && r.Contains("--permission court"));
    }

    /// <summary>Needed are the days from an account's opening to its last corridor debit, of every account between the proceeds and the target.</summary>
    [Fact]
    public void Record_completeness_counts_corridor_accounts_only()
    {
        var a = WorkedAssessment.Assess("opening Z 5\n+X 100 K\n+Z 3 own\nX>Y 60\n-Y 60 car\n-Z 2 flat\n---\nact A indictment");
        var completeness = a.Indicators.Single(i => i.Code == "MF-6");
        Assert.Equal(["X", "Y"], completeness.Rests);
        Assert.Equal(1, completeness.Value);
    }

    [Fact]
    public void The_evidence_curve_says_what_each_tier_of_proof_carries()
    {
        var a = WorkedAssessment.Assess(Strong.Replace("+X 100 K", "+X 100 K\n+Y 40 K").Replace("-Y 60 car", "-Y 100 car")
            .Replace("item B1 BANK 1 AE supports=statement:S", "source OTHER C\nitem B1 BANK 1 AE supports=proceeds:S/1;transfer:S/3;link:S/4\nitem B2 OTHER 3 AE supports=proceeds:S/2"));
        Assert.Equal([("C1", 60.0), ("C2", 60.0), ("C3", 100.0)], a.EvidenceCurve!.Select(p => (p.ProofTier, p.Amount.Value!.Value)));
    }

    [Fact]
    public void What_may_not_be_used_resolves_nothing_and_answers_nothing()
    {
        const string Secret = "item SECRET NOTARY 1 TR supports=value:car permit=intelligence\n";
        var resolved = WorkedAssessment.Assess(Strong.Replace("act A final", Secret + "source W B\nitem Z W 2 TR contradicts=transfer:S/2\nact A final") + "\ndecide contradiction Z resolved SECRET");
        Assert.Equal("T1", resolved.HighestTier);
        Assert.DoesNotContain("SECRET", System.Text.Json.JsonSerializer.Serialize(resolved));
        var answered = WorkedAssessment.Assess(Strong.Replace("act A final", Secret + "act A final").Replace("fact OC-5 p yes", "fact OC-5 p yes SECRET"));
        Assert.Equal("missing", answered.Tiers[0].Gates.Single(g => g.Gate.StartsWith("OC-5", StringComparison.Ordinal)).State);
    }
}
