using System.Globalization;

namespace FinInvest.Graph.Model.Decisions;

/// <summary>
/// That a second person stands for an exhibit: for the content with this hash, made at this version, and for no other. It is kept as a decision, so it comes after
/// the version it speaks of and never changes what it signs.
/// </summary>
/// <param name="Number">Of the decision; 0 until the store has given one.</param>
/// <param name="Exhibit">"contentSha256" of the exhibit, which every page of its printed form bears.</param>
/// <param name="Version">The version of the case the exhibit was made at.</param>
/// <param name="Program">The program that made the exhibit, as it prints itself.</param>
/// <param name="Targets">What the exhibit is about, in its order.</param>
/// <param name="Role">What the person signs as, e.g. "prosecutor"; empty where not said.</param>
public sealed record SignOff(long Number, Sha256 Exhibit, CaseVersion Version, string Rule, string OrderMode, string Profile, string Scheme, string Program, IReadOnlyList<string> Targets,
    string By, string Role, Day On, string Comment)
{
    /// <summary>The sign-offs among decisions, in their order.</summary>
    public static IReadOnlyList<SignOff> Among(IEnumerable<Decision> decisions) => [.. decisions.Where(d => d.Kind == DecisionKinds.SignOff).Select(Of).OfType<SignOff>()];

    /// <summary>The decision that keeps it.</summary>
    public Decision ToDecision() => new(Number, DecisionKinds.SignOff, Exhibit.Hex, string.Join("; ",
        [$"version {Version}", $"rule {Escape(Rule)}", $"order {Escape(OrderMode)}", $"profile {Escape(Profile)}", $"scheme {Escape(Scheme)}", $"program {Escape(Program)}",
            $"assets {string.Join(", ", Targets.Select(Escape))}", $"role {Escape(Role)}"]), By, On, Comment);

    /// <summary>Loads and decisions other than sign-offs that a case has beyond the version that was signed.</summary>
    /// <param name="now">A later version. <paramref name="decisions"/>: those of that version.</param>
    public (long Loads, long Decisions) Since(CaseVersion now, IEnumerable<Decision> decisions) =>
        (now.Loads - Version.Loads, decisions.LongCount(d => d.Number > Version.Decisions && d.Number <= now.Decisions && d.Kind != DecisionKinds.SignOff));

    /// <summary>What is said of it at a later version.</summary>
    public string Sentence(CaseVersion now, IEnumerable<Decision> decisions)
    {
        var (loads, others) = Since(now, decisions);
        var since = loads + others == 0 ? "Nothing but sign-offs has come in since."
            : string.Create(CultureInfo.InvariantCulture, $"The case has changed since (loads: {loads}, decisions: {others}).");
        return string.Create(CultureInfo.InvariantCulture,
            $"Decision {Number}: {By}{(Role.Length > 0 ? $", {Role}," : "")} signed off exhibit {Exhibit.Short(12)} ({string.Join(", ", Targets)}; rule {Rule}) at version {Version} on {On}: {Comment.TrimEnd('.')}. {since}");
    }

    private static SignOff? Of(Decision d)
    {
        var fields = d.Value.Split("; ").Select(f => f.Split(' ', 2)).Where(f => f.Length == 2).ToLookup(f => f[0], f => f[1], StringComparer.Ordinal);
        string Field(string name) => Unescape(fields[name].FirstOrDefault() ?? "");
        return CaseVersion.TryParse(Field("version"), out var version)
            ? new SignOff(d.Number, new Sha256(d.Subject), version, Field("rule"), Field("order"), Field("profile"), Field("scheme"), Field("program"),
                [.. (fields["assets"].FirstOrDefault() ?? "").Split(", ").Select(Unescape)], d.By, Field("role"), d.On, d.Reason) : null;
    }

    private static string Escape(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Unescape(string text) => text.Replace("%2C", ",", StringComparison.Ordinal).Replace("%3B", ";", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
