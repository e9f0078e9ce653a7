namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>Takes the rows of one statement as they arrive. What came counts only when the run has returned its summary: a fault may come after any row.</summary>
public interface IRowSink
{
    /// <summary>The statement is run again after a fault: forget what this run has brought so far. Not called before the first attempt.</summary>
    void Restart();

    /// <summary>Names of the columns, once before the first row of every attempt (also when there is no row).</summary>
    void Columns(IReadOnlyList<string> names);

    /// <summary>One row.</summary>
    void Row(IRowValues values);
}
