namespace FinInvest.Graph.Worker.Hosting;

/// <summary>How far a file is. Published in the journal: only grows.</summary>
internal enum JournalState
{
    /// <summary>Found complete; its hash is known; the load begins.</summary>
    Taken,

    /// <summary>The case has it, by this load or by an earlier one.</summary>
    Loaded,

    /// <summary>Nothing of it could be read; it goes to quarantine whole.</summary>
    Quarantined,

    /// <summary>Moved out of the inbox, its receipt beside it: the end.</summary>
    Filed,

    /// <summary>Put off; it stays in the inbox and is tried again.</summary>
    PutOff,

    /// <summary>Given back because the worker was told to stop; it stays in the inbox.</summary>
    GivenBack,

    /// <summary>It left the inbox by another hand.</summary>
    Gone,

    /// <summary>Moved from quarantine back to the inbox, because the mapping that it could not be read by has changed.</summary>
    Requeued,
}
