using Microsoft.AspNetCore.Http;
using PianoZona.Configuration.Json;
using PianoZona.Functions.Answers;

namespace PianoZona.Functions.Requests;

/// <summary>The act that approves a riparto: <c>{ "atto": "12/2021", "data": "2021-05-20" }</c>.</summary>
/// <param name="Act">Number and year of the act.</param>
internal sealed record ActBody(string Act, DateOnly Date)
{
    /// <summary>The act that was sent.</summary>
    public static async Task<Sent<ActBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Sent<string> sent = await AllocationText.ReadAsync(request, cancellationToken);
        if (sent.Document is not { } text)
        {
            return Sent<ActBody>.Refused(sent.Refusal);
        }

        JsonMistakes mistakes = new();
        (string Act, DateOnly? Date)? said = JsonText.Parse(text, mistakes) is { } root
            ? JsonObjectReader.Read(
                root, mistakes, o => (o.Text("atto", TextForm.Line), o.Date("data", required: true)))
            : null;
        return mistakes.None && said is { Date: { } date }
            ? Sent<ActBody>.Of(new ActBody(said.Value.Act, date))
            : Sent<ActBody>.Refused(Answer.Mistaken(mistakes.InOrder));
    }
}
