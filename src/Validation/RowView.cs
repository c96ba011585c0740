using PianoZona.Contracts.Flows;

namespace PianoZona.Validation;

/// <summary>The row being checked: its values, and which of its cells could not be read.</summary>
internal sealed class RowView(FlowSchema flow)
{
    private readonly bool[] failed = new bool[flow.Columns.Count];
    private readonly ValidRow own = new(flow);
    private ValidRow? readBefore;
    private RowHash hashBefore;
    private int failures;

    /// <summary>The values read.</summary>
    public ValidRow Values => readBefore ?? own;

    /// <summary>Whether every cell could be read.</summary>
    public bool IsWhole => failures == 0;

    /// <summary>
    /// Whether a cell holds something that could not be accepted: its value is unknown, which is not missing.
    /// </summary>
    public bool Failed(Column column) => failed[column.Ordinal];

    /// <summary>Marks a cell as not acceptable.</summary>
    public void Fail(Column column)
    {
        failures += failed[column.Ordinal] ? 0 : 1;
        failed[column.Ordinal] = true;
    }

    /// <summary>Begins the next row.</summary>
    public void Begin(int number)
    {
        own.Clear();
        own.Number = number;
        readBefore = null;
        ForgetFailures();
    }

    /// <summary>Begins the next row, whose cells were read already.</summary>
    /// <param name="read">Its values.</param>
    /// <param name="hash">Its fingerprint.</param>
    public void Begin(ValidRow read, in RowHash hash)
    {
        (readBefore, hashBefore) = (read, hash);
        ForgetFailures();
    }

    /// <summary>The fingerprint of the row.</summary>
    public RowHash HashOf(Fingerprints keys) => readBefore is null ? keys.HashOf(own) : hashBefore;

    private void ForgetFailures()
    {
        if (failures > 0)
        {
            Array.Clear(failed);
            failures = 0;
        }
    }
}
