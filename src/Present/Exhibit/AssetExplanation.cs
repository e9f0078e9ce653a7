namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The plain explanation of one asset as the exhibit prints it, for a screen.</summary>
public static class AssetExplanation
{
    /// <returns>Sentences with the place of each figure in brackets; empty where the target was not traced.</returns>
    public static string Of(ExhibitContent content, string target)
    {
        var view = new ExhibitView(content);
        var trace = view.Chosen.Targets.FirstOrDefault(t => t.Target == target);
        return trace is null ? "" : string.Join(" ", AssetStories.Of(view, trace));
    }
}
