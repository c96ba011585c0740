using System.Collections.Frozen;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Matching;

/// <summary>The services that providers deliver, with the names by which statements of expenses call them.</summary>
internal static class ServiceCatalogue
{
    // The code of each, then its names.
    private static readonly string[][] Services =
    [
        ["SAD", "Servizio di assistenza domiciliare", "Assistenza domiciliare", "Assistenza domiciliare anziani",
            "Assistenza domiciliare socio-assistenziale"],
        ["SADH", "Assistenza domiciliare disabili", "Servizio di assistenza domiciliare disabili"],
        ["ADM", "Assistenza domiciliare minori", "Servizio di assistenza domiciliare minori"],
        ["SED", "Servizio educativo domiciliare", "Assistenza educativa domiciliare"],
        ["AES", "Assistenza educativa scolastica", "Assistenza all'autonomia scolastica"],
        ["SFA", "Servizio di formazione all'autonomia"],
        ["CSE", "Centro socio educativo"],
        ["CDD", "Centro diurno disabili", "Centro diurno per disabili"],
        ["CSS", "Comunità socio sanitaria"],
        ["RSD", "Residenza sanitaria disabili", "Residenza sanitaria per disabili"],
        ["RSA", "Residenza sanitaria assistenziale"],
        ["CDI", "Centro diurno integrato"],
        ["NIDO", "Asilo nido", "Asili nido", "Nido"],
        ["COMUNITA-MINORI", "Comunità per minori", "Comunità minori"],
        ["PASTI", "Pasti a domicilio", "Pasti"],
        ["TRASPORTO", "Trasporto sociale", "Servizio di trasporto"],
        ["TELESOCCORSO", "Servizio di telesoccorso"],
        ["PUA", "Punti unici di accesso", "Punto unico di accesso"],
    ];

    private static readonly FrozenDictionary<string, string> ByName = Services
        .SelectMany(service => service.Select(name => KeyValuePair.Create(NameKey.Of(name), service[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The code of the service that an intervention names: its code or one of its names, whole; null when it names
    /// none.
    /// </summary>
    public static string? Find(string? intervention) =>
        intervention is null ? null : ByName.GetValueOrDefault(NameKey.Of(intervention));
}
