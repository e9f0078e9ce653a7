using FinInvest.Graph.Assess.Profiles;
using Xunit;

namespace FinInvest.Graph.Tests.Assess;

/// <summary>
/// Published schemes and profiles never change: an exhibit of last year must come out the same. A change is a new version beside the old, with its
/// own golden text here.
/// </summary>
public class FrozenDataTests
{
    [Fact]
    public void The_scheme_ADMIRALTY_1_is_frozen() => Assert.Equal(
        """
        Scheme ADMIRALTY/1: Admiralty 6x6 grades, suggested numeric map (a convention)
        reliability A = .95 (completely reliable)
        reliability B = .85 (usually reliable)
        reliability C = .7 (fairly reliable)
        reliability D = .45 (not usually reliable)
        reliability E = .2 (unreliable)
        reliability F = 0 to .5 (cannot be judged: the end that is worse for the link counts in the lower support)
        credibility 1 = .95 (confirmed by other sources)
        credibility 2 = .85 (probably true)
        credibility 3 = .65 (possibly true)
        credibility 4 = contradicts with .6 (doubtful)
        credibility 5 = contradicts with .85 (improbable)
        credibility 6 = not relied on (cannot be judged)
        proof tier C1: court-ready and r*c at least .8; C2: r*c at least .5; C3: any
        contradiction: an element with disbelief above .2 raises CG-1
        offence status final_judgment = 1 (judgment in force)
        offence status first_instance = .8 (judgment of first instance)
        offence status indictment = .6 (indictment)
        offence status suspicion = .4 (notice of suspicion)
        offence status intelligence = .2 (intelligence only)
        support: exact up to 1048576 states, above that 65536 samples (SplitMix64, seed 20230712), both ends widened by 0.0053
        support is shown in steps of .05
        """.ReplaceLineEndings("\n"), string.Join('\n', FinInvest.Graph.Assess.Schemes.Schemes.Get("ADMIRALTY/1")!.Lines));

    [Fact]
    public void The_profile_KZ_CC48_1_is_frozen() => Assert.Equal(
        """
        Profile KZ-CC48/1: confiscation of proceeds of crime in criminal proceedings, Kazakhstan
        law: Criminal Code of the Republic of Kazakhstan, article 48
        theta 0.5: support is the probability that at least this share of the traced amount stays proved
        rules: own-first, rolling, fifo; suggested: own-first; the rule is a required choice; the bounds stand beside every rule
        not relied on for court when one of these form checks is missing: channel, custody; any other missing check is a defect to cure
        T1 freeze: MF-4 at least 0.5; OC-5 at least 0.8 for every person on the best path; CO-1 at least 0.4
        T2 request: T1, and no empty field in the request list; not assessed until there is one
        T3 civil claim: S_lo above 0.5 on the relied items; L or tau above 0; MF-6 at least 1 on the corridor; CG-2 done; CG-3 below 0.5; CG-1 clear
        T4 verdict: T3; CO-1 at least 0.8; CO-2 at least 1; no single item or root source with an uncured defect whose loss makes S_lo 0.5 or less
        recorded facts: OC-5, CG-1 and CG-2 pass on yes, fail on no; CG-3 asks whether the third-party shield stands: it fails on yes and, until disproved, on unknown; any other unknown is missing
        weights: scheme ADMIRALTY/1
        """.ReplaceLineEndings("\n"), string.Join('\n', Profiles.Get("KZ-CC48").Lines));

    [Fact]
    public void A_profile_is_found_by_id_or_label_and_an_unknown_one_names_those_there_are()
    {
        Assert.Same(Profiles.Get("KZ-CC48"), Profiles.Get("kz-cc48/1"));
        Assert.Contains("KZ-CC48/1", Assert.Throws<ArgumentException>(() => Profiles.Get("XX")).Message);
    }
}
