using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Rows;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ4010 on the whole file: figures that bind the Ambito come from the Ufficio di Piano, an agency or a lead body
/// only.
/// </summary>
internal static class SenderOfFlow
{
    public const string Code = BodyInScope.Code;

    public static Breach? Check(Ambito? ambito, Sender? sender, FlowSchema? flow) =>
        ambito is null || sender is null || flow is not { PlanOfficeOnly: true }
        || sender.Kind == SenderKind.Agency || ambito.AnswersForAll(sender)
            ? null
            : new Breach(
                Code,
                (
                    "motivo",
                    $"il flusso «{flow.Code}» può essere inviato solo dall'Ufficio di Piano, da un'azienda o da un "
                        + $"ente capofila"));
}
