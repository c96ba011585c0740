using System.Diagnostics.CodeAnalysis;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;

namespace PianoZona.Validation;

/// <summary>Checks the rows of a file against its flow. It keeps nothing between files, so one instance serves all.</summary>
public sealed class UploadValidator
{
    /// <summary>Version of the rules, as receipts give it; a change that could turn a verdict changes it.</summary>
    public static string RuleSet => "2026.1";

    /// <summary>Checks a whole file. Bad input is in the result; a rule that breaks ends the call with its exception.</summary>
    /// <param name="context">What is known about the upload.</param>
    /// <param name="source">The rows, before the first read.</param>
    /// <param name="sink">Takes accepted rows one by one; the caller discards them unless the file is accepted.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The pipeline is given a validator.")]
    public async Task<ValidationResult> ValidateAsync(
        UploadContext context, IRowSource source, IAcceptedRows sink, CancellationToken cancellationToken)
    {
        FileCheck file = new(context, source, sink);
        while (await source.ReadAsync(cancellationToken))
        {
            file.CheckRow();
        }

        return file.Finish();
    }
}
