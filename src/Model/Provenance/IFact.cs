namespace FinInvest.Graph.Model.Provenance;

/// <summary>Anything the case states beside postings. Id is unique within Kind, an ordinal string chosen by the sender.</summary>
public interface IFact
{
    string Id { get; }
}
