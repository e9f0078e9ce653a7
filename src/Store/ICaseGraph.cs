namespace FinInvest.Graph.Store;

/// <summary>
/// The door to one case's records, whatever keeps them. Every read is at a version; rows and facts of all documents stay, decisions only add.
/// Implementations pass one compliance suite (tests/StoreTests) written against this door alone.
/// </summary>
public interface ICaseGraph : IAsyncDisposable
{
    /// <summary>What has been committed so far.</summary>
    ValueTask<CaseVersion> VersionAsync(CancellationToken ct);

    /// <summary>
    /// Facts, documents and decisions as of a version; nothing left out (exclusion is Reconcile's work).
    /// This and every other read throws ArgumentOutOfRangeException for a version the case has not reached.
    /// </summary>
    ValueTask<CaseFacts> FactsAsync(CaseVersion at, CancellationToken ct);

    /// <summary>
    /// Rows in the order of load, document, row. A later page never repeats a row. All pages of one call share one list of account names, of statement ids and of currencies
    /// (the same instances), so that a reader maps them once.
    /// </summary>
    IAsyncEnumerable<PostingPage> PostingsAsync(LedgerRequest request, CancellationToken ct);

    /// <summary>Rejected rows as of a version, in order of load, file, row.</summary>
    ValueTask<IReadOnlyList<Reject>> RejectsAsync(CaseVersion at, CancellationToken ct);

    /// <summary>The journal: one receipt a load.</summary>
    ValueTask<IReadOnlyList<LoadReceipt>> LoadsAsync(CaseVersion at, CancellationToken ct);

    /// <summary>Rows whose texts, names, account, amount or day match, at most <paramref name="query"/>.RowsMax, with the number there are.</summary>
    ValueTask<FindResult> FindAsync(FindQuery query, CaseVersion at, CancellationToken ct);

    /// <summary>Takes the one writer lease; throws <see cref="StoreBusyException"/> when another process holds it.</summary>
    ValueTask<ILoad> BeginLoadAsync(CancellationToken ct);

    /// <summary>Appends decisions if the case is still at <paramref name="expected"/>, else throws <see cref="StoreConflictException"/>.</summary>
    ValueTask<CaseVersion> DecideAsync(IReadOnlyList<Decision> decisions, CaseVersion expected, CancellationToken ct);

    /// <summary>The link of the last decision of a version (<see cref="DecisionChain"/>); <see cref="DecisionChain.Start"/> where there is none.</summary>
    async ValueTask<Sha256> DecisionHeadAsync(CaseVersion at, CancellationToken ct) => at.Decisions == 0 ? DecisionChain.Start
        : (await FactsAsync(at, ct)).Decisions.Aggregate(DecisionChain.Start, (link, d) => DecisionChain.Link(link, DecisionChain.Encode(d)));

    /// <summary>
    /// Takes a document out for good: from every version its rows, facts, rejects, its name and every name that only its rows used are gone. A store whose files are its own keeps
    /// no copy, so that their text is in none of them; the log of a server is its operator's. A tombstone stays (the hash), <see cref="ILoad.BeginDocumentAsync"/> refuses the document from then on, and a decision of kind expunge moves the version on.
    /// Done or not done; repeated, it removes what an attempt that was broken off may have left. The raw file is the vault's (<see cref="IVault.DeleteAsync"/>).
    /// </summary>
    /// <exception cref="ArgumentException">The case never held this document.</exception>
    /// <exception cref="StoreBusyException">Another process writes, or reads so that its old text cannot be removed yet; repeat it then.</exception>
    ValueTask<ExpungeReceipt> ExpungeAsync(Sha256 document, CourtOrder order, CancellationToken ct);

    /// <summary>Recomputes the hash chain of all decisions (<see cref="DecisionChain"/>).</summary>
    ValueTask<ChainCheck> VerifyChainAsync(CancellationToken ct);
}
