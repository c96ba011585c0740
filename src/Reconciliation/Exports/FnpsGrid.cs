using PianoZona.Contracts.Text;
using PianoZona.Reconciliation.Matching;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The grid by which the Fondo Nazionale Politiche Sociali is planned and accounted for
/// (docs/specifica/fondi.md § FNPS; DGR Lombardia 1448/2019).
/// </summary>
internal static class FnpsGrid
{
    /// <summary>What has no place in the grid.</summary>
    public const string Elsewhere = "Non attribuito";

    private static readonly Place[] AreaPlaces =
    [
        new("Infanzia, adolescenza e famiglia",
            "MINORI-FAMIGLIA"),
        new("Disabilità e non autosufficienza",
            "DISABILI", "ANZIANI", "COMPARTECIPAZIONE-SOCIOSANITARIA"),
        new("Povertà ed esclusione",
            "EMARGINAZIONE-POVERTA", "IMMIGRAZIONE", "DIPENDENZE"),
    ];

    private static readonly Place[] ObjectivePlaces =
    [
        new("Accesso",
            "Segretariato sociale", "Punti unici di accesso", "PUA", "Porta unica di accesso"),
        new("Presa in carico",
            "Servizio sociale professionale", "Potenziamento professioni sociali", "P.I.P.P.I.",
            "Supervisione del personale", "Tutela minori", "Affido"),
        new("Assistenza domiciliare",
            "SAD", "SADH", "ADM", "SED", "PASTI", "TELESOCCORSO", "Dimissioni protette"),
        new("Centri diurni e servizi territoriali",
            "CDD", "CSE", "SFA", "CDI", "NIDO", "AES", "TRASPORTO", "Scuola-territorio", "Centri di aggregazione"),
        new("Residenzialità",
            "RSA", "RSD", "CSS", "COMUNITA-MINORI", "Housing temporaneo"),
        new("Inclusione",
            "Pronto intervento sociale", "Tirocini", "Inserimenti lavorativi", "Contributi economici",
            "Mediazione culturale"),
    ];

    /// <summary>The areas, in order.</summary>
    public static IReadOnlyList<string> Areas { get; } = [.. AreaPlaces.Select(place => place.Name), Elsewhere];

    /// <summary>The objectives, in order.</summary>
    public static IReadOnlyList<string> Objectives { get; } =
    [.. ObjectivePlaces.Select(place => place.Name), Elsewhere];

    /// <summary>The area of the grid that an area of intervention falls in.</summary>
    public static string AreaOf(string? area) => Find(AreaPlaces, area);

    /// <summary>
    /// The objective of the grid that an intervention falls in, by its name or by the service it names.
    /// </summary>
    public static string ObjectiveOf(string? intervention) =>
        Find(ObjectivePlaces, ServiceCatalogue.Find(intervention) ?? intervention);

    private static string Find(Place[] places, string? name) => name is null
        ? Elsewhere
        : Array.Find(places, place => place.Of.Any(other => NameKey.Of(other) == NameKey.Of(name)))?.Name ?? Elsewhere;

    /// <summary>A row or a column of the grid.</summary>
    /// <param name="Name">How the grid calls it.</param>
    /// <param name="Of">The areas, or the interventions and services, that fall in it.</param>
    private sealed record Place(string Name, params IReadOnlyList<string> Of);
}
