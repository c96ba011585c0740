using PianoZona.Contracts.Configuration;

namespace PianoZona.Validation.Tests;

/// <summary>Two real Ambiti, as far as validation looks at them.</summary>
internal static class Ambiti
{
    private static readonly (string Code, string Name, string[] Aliases, string Group)[] OglioPoComuni =
    [
        ("020007", "Bozzolo", [], "viadanese"),
        ("019009", "Calvatone", [], "casalasco"),
        ("019021", "Casalmaggiore", [], "casalasco"),
        ("019023", "Casteldidone", [], "casalasco"),
        ("019031", "Cingia de' Botti", [], "casalasco"),
        ("020020", "Commessaggio", [], "viadanese"),
        ("020022", "Dosolo", [], "viadanese"),
        ("020025", "Gazzuolo", [], "viadanese"),
        ("019052", "Gussola", [], "casalasco"),
        ("020031", "Marcaria", [], "viadanese"),
        ("019057", "Martignana di Po", [], "casalasco"),
        ("019061", "Motta Baluffi", [], "casalasco"),
        ("019116", "Piadena Drizzona", ["Piadena", "Drizzona"], "casalasco"),
        ("020043", "Pomponesco", [], "viadanese"),
        ("019083", "Rivarolo del Re ed Uniti", ["Rivarolo del Re"], "casalasco"),
        ("020050", "Rivarolo Mantovano", ["RIVAROLO M."], "viadanese"),
        ("020054", "Sabbioneta", [], "viadanese"),
        ("019090", "San Giovanni in Croce", [], "casalasco"),
        ("020059", "San Martino dall'Argine", ["S. MARTINO D/A"], "viadanese"),
        ("019091", "San Martino del Lago", [], "casalasco"),
        ("019092", "Scandolara Ravara", [], "casalasco"),
        ("019096", "Solarolo Rainerio", [], "casalasco"),
        ("019101", "Spineda", [], "casalasco"),
        ("019106", "Tornata", [], "casalasco"),
        ("019108", "Torricella del Pizzo", [], "casalasco"),
        ("020066", "Viadana", [], "viadanese"),
        ("019115", "Voltido", [], "casalasco"),
    ];

    private static readonly (string Code, string Name, string[] Aliases, string Group)[] PaviaComuni =
    [
        ("018030", "Carbonara al Ticino", ["Carbonara Ticino"], "pavese"),
        ("018041", "Cava Manara", [], "pavese"),
        ("018091", "Mezzana Rabattone", ["MEZZANA RABATTONI", "Mezzana", "mezzana Rabbione"], "pavese"),
        ("018110", "Pavia", [], "pavese"),
        ("018135", "San Genesio ed Uniti", [], "pavese"),
        ("018137", "San Martino Siccomario", [], "pavese"),
        ("018151", "Sommo", [], "pavese"),
        ("018159", "Torre d'Isola", [], "pavese"),
        ("018162", "Travacò Siccomario", ["Travacò"], "pavese"),
        ("018179", "Villanova d'Ardenghi", [], "pavese"),
        ("018189", "Zerbolò", [], "pavese"),
        ("018190", "Zinasco", [], "pavese"),
    ];

    public static Ambito OglioPo { get; } = Of("oglio-po", "Oglio Po", OglioPoComuni,
        Body("ente-concass", SenderKind.Agency, "Consorzio Casalasco Servizi Sociali", "casalasco"),
        Body("ente-coop-uno", SenderKind.Provider, "Cooperativa Uno"),
        Body("ente-lead", SenderKind.Provider, "Capofila della casa"),
        Body("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano"));

    public static Ambito Pavia { get; } =
        Of("pavia", "Pavia", PaviaComuni, Body("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano"));

    /// <summary>An Ambito with the old Comuni of the Casalasco, which have an apostrophe as an accent.</summary>
    public static Ambito Casalasco { get; } =
        Of(
            "casalasco",
            "Casalasco",
            [("019010", "Cà d'Andrea", [], "ac12"), ("019106", "Tornata", [], "ac12")],
            Body("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano"));

    private static Sender Body(string code, SenderKind kind, string name, params string[] uploadsFor) =>
        new(code, kind, name, [], [], uploadsFor, null, [], new Dictionary<int, int>());

    private static Sender Comune((string Code, string Name, string[] Aliases, string Group) one) =>
        new(one.Code, SenderKind.Comune, one.Name, one.Aliases, [one.Group], [], null, [], new Dictionary<int, int>());

    private static Ambito Of(
        string code,
        string name,
        (string Code, string Name, string[] Aliases, string Group)[] comuni,
        params Sender[] bodies) =>
        new(
            code,
            name,
            "Lombardia",
            [.. comuni.Select(Comune), .. bodies],
            [],
            [new LeadAgency("casa", "ente-lead")],
            [
                new Fund("FNPS", "Fondo Nazionale Politiche Sociali", FundLevel.Stato, [], FundRules.None),
                new Fund("FNA", "Fondo Non Autosufficienza", FundLevel.Stato, [], FundRules.None),
                new Fund("FSR", "Fondo Sociale Regionale", FundLevel.Regione, ["FRS"], FundRules.None),
                new Fund("FAM", "Interventi per la famiglia", FundLevel.Regione, [], FundRules.None),
                new Fund("CASA", "Politiche abitative", FundLevel.Regione, [], FundRules.None),
                new Fund("DDN", "Dopo di Noi", FundLevel.Stato, ["Dopo di noi - L. 112"], FundRules.None),
                new Fund("PON", "PON Inclusione", FundLevel.Ue, ["PON SIA / REI/PAIS*"], FundRules.None),
                new Fund(
                    "QSFP",
                    "Fondo povertà, quota servizi",
                    FundLevel.Stato,
                    ["Fondo povertà"],
                    new FundRules([], null, ["Servizio sociale professionale", "Pronto intervento sociale"])),
                new Fund("QPE", "Fondo povertà estreme", FundLevel.Stato, [], FundRules.None),
                new Fund("COM", "Trasferimenti Comuni del Consorzio", FundLevel.Comuni, [], FundRules.None),
            ],
            [],
            [],
            [],
            true);
}
