using System.Text;

namespace FinInvest.Graph.Store;

/// <summary>By what right a document is taken out of a case for good.</summary>
/// <param name="Order">Court, number and date of the order, as a person types it.</param>
/// <param name="By">Who carries it out.</param>
/// <param name="On">The day as the person states it.</param>
/// <param name="Reason">Why, in the words of the order.</param>
public sealed record CourtOrder(string Order, string By, Day On, string Reason)
{
    /// <summary>
    /// The decision that stays in the chain of the case. It names the document by its hash alone; as item it has the hash of the file name, so that items and grades elsewhere that speak of the
    /// document by its name fall with it.
    /// </summary>
    public Decision ToDecision(SourceDocument document) =>
        new(0, DecisionKinds.Expunge, document.Hash.Hex, Order, By, On, Reason, Sha256.Of(Encoding.UTF8.GetBytes(document.Name)).Hex);

    /// <summary>What whoever brings the document again is told.</summary>
    public static string Sentence(Sha256 document, Decision? expunged) => expunged is null ? $"Document {document.Short(12)} was expunged from this case by a court's order: it cannot be loaded again."
        : $"Document {document.Short(12)} was expunged from this case by decision {expunged.Number} (order: {expunged.Value}; by {expunged.By}): it cannot be loaded again.";
}
