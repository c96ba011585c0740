using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>The discrepancies of an Ambito with what staff decided of them.</summary>
public sealed class DiscrepancyRegister(AmbitoReporter reporter, IDecisionLog decisions, TimeProvider time)
{
    /// <summary>The number of a discrepancy: the same tonight and tomorrow, whatever its figures.</summary>
    public static string NumberOf(DiscrepancyKey key)
    {
        string? year = key.Year?.ToString(CultureInfo.InvariantCulture);
        string text = string.Join('\n', key.Code, key.Fund?.ToString(), year, key.Body, key.Text)
            + (key.Subject is null ? string.Empty : "\n" + key.Subject);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>Open and justified discrepancies, then those that were justified once and are found no more.</summary>
    public async Task<IReadOnlyList<DiscrepancyState>> ListAsync(
        Ambito ambito, DateOnly today, CancellationToken cancellationToken) =>
        (await StandingAsync(ambito, today, cancellationToken)).Discrepancies;

    /// <summary>Where an Ambito stands on a day.</summary>
    public async Task<AmbitoStanding> StandingAsync(
        Ambito ambito, DateOnly today, CancellationToken cancellationToken)
    {
        AmbitoReport report = await reporter.ReportAsync(ambito, today, cancellationToken);
        return new AmbitoStanding(
            report,
            await StatesAsync(ambito, [.. report.Discrepancies, .. report.Missing], today, cancellationToken));
    }

    /// <summary>Where discrepancies stand.</summary>
    public async Task<IReadOnlyList<DiscrepancyState>> StatesAsync(
        Ambito ambito, IReadOnlyCollection<Discrepancy> found, DateOnly today, CancellationToken cancellationToken)
    {
        List<Justification> given = await decisions
            .ListAsync(ambito.Code, DecisionKinds.Justification, cancellationToken)
            .OrderBy(decision => decision.At)
            .Select(JustificationDecision.Read)
            .ToListAsync(cancellationToken);
        return DiscrepancyStates.Of(found, given, today);
    }

    /// <summary>Accepts a discrepancy as it is.</summary>
    /// <returns>Its state.</returns>
    public async Task<Reply<DiscrepancyState>> JustifyAsync(
        Ambito ambito,
        string number,
        string by,
        string reason,
        DateOnly? until,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        DiscrepancyState? state = (await ListAsync(ambito, today, cancellationToken))
            .FirstOrDefault(one => one.Discrepancy is not null && NumberOf(one.Key) == number);
        if (state?.Discrepancy is not { } found)
        {
            return new Reply<DiscrepancyState>.NotFound();
        }

        Justification given = DiscrepancyStates.Justify(found, by, reason, today, until);
        await decisions.AppendAsync(
            ambito.Code, JustificationDecision.Of(number, given, by, time.GetUtcNow()), cancellationToken);
        return new Reply<DiscrepancyState>.Done(
            new DiscrepancyState(found, state.Key, DiscrepancyStatus.Justified, given), IsNew: true);
    }
}
