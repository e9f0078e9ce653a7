namespace FinInvest.Graph.Assess.Support;

/// <summary>Names by which a source document supports what was read from it (definitions H1); people never type them.</summary>
internal static class FactNames
{
    public static string OfDocument(Sha256 document) => "document " + document.Hex;
    public static string OfProceeds(string id) => "proceeds line " + id;
    public static string OfCostLine(string id) => "cost line " + id;

    /// <summary>What a graded document supports: its rows, and the facts read from it.</summary>
    public static IEnumerable<string> ReadFrom(Sha256 document, IEnumerable<FactRow> facts)
    {
        yield return OfDocument(document);
        foreach (var row in facts)
        {
            switch (row.Fact)
            {
                case Act act:
                    yield return "act:" + act.Id;
                    break;
                case Proceeds proceeds:
                    yield return OfProceeds(proceeds.Id);
                    break;
                case CostLine line:
                    yield return OfCostLine(line.Id);
                    break;
                case AccountHolder { Role: "holder" } holder:
                    yield return "holder:" + holder.Account;
                    break;
                case OwnershipInterest { Kind: "holder" } interest:
                    yield return "holderx:" + interest.Target;
                    break;
                case Asset asset:
                    if (asset.Holder.Length > 0)
                    {
                        yield return "holderx:" + asset.Id;
                    }

                    if (asset.Value is not null)
                    {
                        yield return "value:" + asset.Id;
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
