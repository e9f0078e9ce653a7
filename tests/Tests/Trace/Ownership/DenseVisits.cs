namespace FinInvest.Graph.Tests.Trace.Ownership;

/// <summary>The independent solution of effective ownership: a dense system of equations over all companies.</summary>
internal static class DenseVisits
{
    /// <summary>Expected visits of each company on the walk from each wanted one: (I - A') x = e, by elimination.</summary>
    public static double[][] Of(List<string> companies, Dictionary<string, int> place, List<(string Owner, string Target, double Share)> shares, List<string> wanted)
    {
        var n = companies.Count;
        var m = Enumerable.Range(0, n).Select(_ => new double[n + wanted.Count]).ToArray();
        for (var i = 0; i < n; i++)
        {
            m[i][i] = 1;
        }

        foreach (var (owner, target, share) in shares.Where(s => place.ContainsKey(s.Owner)))
        {
            m[place[owner]][place[target]] -= share;
        }

        for (var w = 0; w < wanted.Count; w++)
        {
            m[place[wanted[w]]][n + w] = 1;
        }

        for (var c = 0; c < n; c++)
        {
            var pivot = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(m[r][c]));
            (m[c], m[pivot]) = (m[pivot], m[c]);
            for (var r = 0; r < n; r++)
            {
                var factor = r == c ? 0 : m[r][c] / m[c][c];
                for (var j = c; factor != 0 && j < n + wanted.Count; j++)
                {
                    m[r][j] -= factor * m[c][j];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, wanted.Count).Select(w => m[i][n + w] / m[i][i]).ToArray())];
    }
}
