using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation;

/// <summary>
/// Checks the rows of a file against its flow. It keeps nothing between files, so one instance serves all.
/// </summary>
public sealed class UploadValidator
{
    /// <summary>Latest version of the rules; a change that could turn a verdict changes it.</summary>
    public static string RuleSet => RuleSets.Latest;

    /// <summary>
    /// The version of the rules that it applies, as its receipts give it: one of <see cref="RuleSets.All"/>.
    /// </summary>
    public string Version { get; init; } = RuleSets.Latest;

    /// <summary>
    /// Checks a whole file. Bad input is in the result; a rule that breaks ends the call with its exception.
    /// </summary>
    /// <param name="context">What is known about the upload.</param>
    /// <param name="source">The rows, before the first read.</param>
    /// <param name="sink">Takes accepted rows one by one; the caller discards them unless the file is accepted.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<ValidationResult> ValidateAsync(
        UploadContext context, IRowSource source, IAcceptedRows sink, CancellationToken cancellationToken)
    {
        await using RowsAhead rows = new(source, context.Flow);
        Ambito ambito = FormerBody.Under(Version, UnknownFund.Under(Version, context.Ambito));
        FileCheck file = new(context with { Ambito = ambito }, rows, sink, Version);
        while (await rows.ReadAsync(cancellationToken))
        {
            file.CheckRow();
        }

        return file.Finish();
    }
}
