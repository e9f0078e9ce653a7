using System.Text.Json;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>One fact of a document as a bundle tells it: its row, its kind and its canonical body.</summary>
internal sealed record FactLine(int Row, string Kind, JsonElement Body);
