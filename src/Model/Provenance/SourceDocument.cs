namespace FinInvest.Graph.Model.Provenance;

/// <summary>One file as it was handed over. <paramref name="Name"/> is the file name the sender used; the hash is its identity.</summary>
/// <param name="Partner">Who handed it over (a foreign partner's country code, or a domestic body); empty = not said.</param>
/// <param name="Mapping">Name and version of the mapping that read it, or "" for the folder format.</param>
public sealed record SourceDocument(Sha256 Hash, string Name, long Bytes, string Partner = "", string Mapping = "");
