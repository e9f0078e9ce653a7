using System.Globalization;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>The XML reader keeps every distinct name it meets; a file of millions of invented names would fill the memory.</summary>
internal sealed class BoundedNames : NameTable
{
    private int added;

    public override string Add(string key) => Get(key) ?? base.Add(Count(key));

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
        {
            return known;
        }

        Count("");
        return base.Add(key, start, len);
    }

    private string Count(string key) => ++added <= Limits.WorkbookNamesMax ? key
        : throw WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"Its XML has more than {Limits.WorkbookNamesMax} distinct names."));
}
