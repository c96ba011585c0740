using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Hub.Uploads;

/// <summary>What the path of a file says, and all that is known of its place before the file is read.</summary>
public sealed class UploadEnvelopes(IAmbitoDirectory ambiti, DeadlineRegister deadlines)
{
    /// <summary>The envelope of a path, alone.</summary>
    public async ValueTask<EnvelopeResult> OfPathAsync(string name, CancellationToken cancellationToken) =>
        Envelope.Check(name, (await ambiti.GetAsync(cancellationToken)).OfSender);

    /// <summary>
    /// The envelope of a path, with the days that were moved: what was decided, and nothing of other files, so that a
    /// receipt does not depend on which came first.
    /// </summary>
    public async Task<EnvelopeResult> OfAsync(string name, CancellationToken cancellationToken) =>
        await deadlines.AddToAsync(await OfPathAsync(name, cancellationToken), cancellationToken);
}
