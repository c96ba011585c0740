using PianoZona.Ledger;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

public sealed class InMemoryLedgerTests : LedgerLaws
{
    protected override int Cases => 300;

    protected override ILedger NewLedger() => new InMemoryLedger(TimeProvider.System);
}
