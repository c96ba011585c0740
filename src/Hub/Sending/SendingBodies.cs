using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Hub.Sending;

/// <summary>Whom a sender sends for on the pages of the hub: itself and, as an agency or an Unione, others.</summary>
public static class SendingBodies
{
    /// <summary>Whether a sender sends files for a body. A provider sends for itself only.</summary>
    /// <param name="period">Of what the files are; null = of any time.</param>
    public static bool MaySendFor(Ambito ambito, Sender sender, Sender body, Period? period = null) =>
        body.Code == sender.Code
        || (sender.Kind is SenderKind.Agency or SenderKind.Comune && ambito.MaySendFor(sender, body.Code, period));

    /// <summary>Whether a file of a flow that a sender sends may hold the figures of a body.</summary>
    /// <param name="flow">Code of the flow. Where its rows do not say whose they are they are the sender's.</param>
    /// <param name="period">Of what the file is; null = of any time.</param>
    public static bool MaySendFor(Ambito ambito, Sender sender, Sender body, string flow, Period? period = null) =>
        body.Code == sender.Code
        || (FlowCatalogue.Find(flow)?.BodyColumn is not null && MaySendFor(ambito, sender, body, period));

    /// <summary>
    /// Whether a file of a flow may hold figures of a body that another sends for it: also who answers for the whole
    /// Ambito, where what it tells counts as the body's own.
    /// </summary>
    /// <param name="flow">Code of the flow.</param>
    public static bool MayHaveSentFor(Ambito ambito, Sender sender, Sender body, string flow) =>
        MaySendFor(ambito, sender, body, flow)
        || (FlowCatalogue.Find(flow) is { IsToldOncePerBody: true } && ambito.AnswersForAll(sender));

    /// <summary>The other body that a sender begins a file of a flow for.</summary>
    /// <param name="flow">Code of the flow; null = not known.</param>
    /// <param name="body">Code of the body, as it was asked for; null = none was.</param>
    /// <returns>Null when there is no such body, it is the sender, or the sender may not send it for that.</returns>
    public static Sender? Other(Ambito ambito, Sender sender, string? flow, string? body) =>
        flow is not null && body is not null && body != sender.Code
        && ambito.FindSender(body) is { } other && MaySendFor(ambito, sender, other, flow)
            ? other
            : null;
}
