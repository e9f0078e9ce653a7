using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinInvest.Graph.Present.Exhibit;
using Xunit;

namespace FinInvest.Graph.Tests.Present;

/// <summary>An exhibit that a court reads: everything asked for is in it, nothing withheld is, and no text of a document can change what it says.</summary>
public class ExhibitTests
{
    private const string Hostile = " <script>alert('x')</script> & \"q\" \u202Egnp.exe\u0007 \uD800 ";

    [Fact]
    public void The_worked_ledger_shows_every_part_of_an_exhibit()
    {
        var html = HtmlExhibit.Render(WorkedExhibit.Content());
        foreach (var part in new[] { "24-7/115", "A. Preparer", "Own money first", "Re Hallett", "1 minor unit a debit".Replace("1 ", "one ", StringComparison.Ordinal), "Schedule A", "Schedule B", "Schedule C", "Schedule D",
            "Schedule E", "Schedule F", "not relied on", "movements and balances differ", "7 rows, every row foots", "50 000 000.00 KZT", "TWO_CURRENCIES", "fails its check digits", "Share", "Charge", "Value equivalent",
            "under every conserving rule listed in Schedule E", "SHA-256 of this content", "theta .5", "Work list", "national_id 850101300120: The check digit does not fit." })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("stolen", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_page_is_well_formed_and_every_link_has_its_place_once()
    {
        var html = HtmlExhibit.Render(WorkedExhibit.Content(Hostile));
        var body = html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)].Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<wbr>", "", StringComparison.Ordinal);
        var page = XDocument.Parse(body);
        var ids = page.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(page.Descendants("a").Select(a => a.Attribute("href")!.Value[1..]).Except(ids));
        Assert.All(page.Descendants("table"), t => Assert.Single(t.Elements("caption")));
        Assert.All(page.Descendants("th"), t => Assert.Contains(t.Attribute("scope")?.Value, new[] { "col", "row" }));
        Assert.All(page.Descendants("tr"), r => Assert.Equal(r.Parent!.Parent!.Descendants("tr").First().Elements().Count(), r.Elements().Count()));
    }

    [Fact]
    public void Text_of_documents_cannot_become_markup_nor_reorder_a_line()
    {
        var content = WorkedExhibit.Content(Hostile + new string('x', 400));
        var html = HtmlExhibit.Render(content);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert('x')", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u0007', html);
        Assert.Contains("⟨U+202E⟩gnp.exe⟨U+0007⟩", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", JsonExhibit.Render(content), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_page_has_no_script_and_fetches_nothing()
    {
        var html = HtmlExhibit.Render(WorkedExhibit.Content());
        Assert.Contains("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script|<img|<link|<iframe|\son\w+=|@import|url\((?!#)", html);
        Assert.DoesNotMatch(@"(?:src|href)=""(?!#)", html);
    }

    [Fact]
    public void What_may_not_be_used_in_court_appears_nowhere()
    {
        var content = WorkedExhibit.Content();
        foreach (var text in new[] { HtmlExhibit.Render(content), JsonExhibit.Render(content) })
        {
            Assert.DoesNotContain("SEALED", text, StringComparison.Ordinal);
            Assert.DoesNotContain("whisper", text, StringComparison.Ordinal);
            Assert.Contains("E-1", text, StringComparison.Ordinal);
            Assert.Contains("Ordinary note.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_permission_that_ended_before_the_as_of_date_is_no_permission()
    {
        var content = WorkedExhibit.Content(order: rows => rows.Select(r => r.Fact is EvidenceItem { Id: "E-1" } e ? r with { Fact = e with { PermissionExpires = new Day(8) } } : r));
        Assert.DoesNotContain("copy of a letter", HtmlExhibit.Render(content), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_whatever_the_order_of_facts()
    {
        var forward = WorkedExhibit.Content();
        var backward = WorkedExhibit.Content(order: rows => rows.Reverse());
        Assert.Equal(HtmlExhibit.Render(forward), HtmlExhibit.Render(backward));
        Assert.Equal(JsonExhibit.Render(forward), JsonExhibit.Render(backward));
    }

    [Fact]
    public void The_hash_on_the_cover_is_the_hash_of_the_data_with_an_empty_hash()
    {
        var content = WorkedExhibit.Content(Hostile);
        var json = JsonExhibit.Render(content);
        var hash = JsonDocument.Parse(json).RootElement.GetProperty("contentSha256").GetString()!;
        var emptied = Regex.Replace(json, "\"contentSha256\": \"[0-9a-f]*\"", "\"contentSha256\": \"\"");
        Assert.Equal(Sha256.Of(System.Text.Encoding.UTF8.GetBytes(emptied)).Hex, hash);
        Assert.Contains(hash, HtmlExhibit.Render(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_and_amounts_are_strings_in_the_data()
    {
        var json = JsonDocument.Parse(JsonExhibit.Render(WorkedExhibit.Content())).RootElement;
        Assert.Equal("fininvest.exhibit/1", json.GetProperty("schema").GetString());
        Assert.Empty(Numbers(json));
        Assert.Equal("50000000.00", json.GetProperty("scheduleD")[0].GetProperty("traced").GetString());
    }

    [Fact]
    public void A_running_ledger_that_does_not_foot_is_not_printed()
    {
        var content = WorkedExhibit.Content();
        var bad = content.Traces.Select(t => t.Rule != "own-first" ? t : t with { Ledgers = [t.Ledgers[0] with { Rows = [t.Ledgers[0].Rows[0] with { Free = 1 }] }] }).ToList();
        var fault = Assert.Throws<InvalidOperationException>(() => HtmlExhibit.Render(content with { Traces = bad }));
        Assert.Contains("does not foot at movement 0", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_was_not_run_is_refused() =>
        Assert.Throws<ArgumentException>(() => HtmlExhibit.Render(WorkedExhibit.Content() with { Rule = "poison" }));

    [Fact]
    public void A_case_without_facts_results_or_texts_still_gives_an_exhibit()
    {
        var parsed = FinInvest.Graph.Tests.Ledgers.CaseText.Parse("+X 100 K");
        var content = new ExhibitContent(parsed, default, "fininvest 0.1.0", "own-first", "statement", "", [new TraceResult("own-first", "statement", true, [], [], [], [])], [], [], [], [], 0, [], []);
        Assert.Contains("Case without a number", HtmlExhibit.Render(content), StringComparison.Ordinal);
        JsonDocument.Parse(JsonExhibit.Render(content));
    }

    private static IEnumerable<string> Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetRawText()],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Numbers(p.Value)),
        _ => [],
    };
}
