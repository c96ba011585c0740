using static PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Golden.Tests;

/// <summary>Every file of the demonstration, with what it must come to.</summary>
internal static class ExpectedVerdicts
{
    public static IReadOnlyList<ExpectedVerdict> All { get; } =
    [.. OglioPo(), .. PaviaPopulation(), .. PaviaFunds(), .. PaviaSpending(), .. Examples()];

    // Populations: L4402-4435 (2021), L4443-4474 (2020). Spending: tables L5866-5885, L5990-6023, L6083-6103.
    private static IEnumerable<ExpectedVerdict> OglioPo() =>
        [
            new(
                "ente-udp/popolazione/2021/01-popolazione-2021.csv",
                Refused,
                "27/27/0",
                "maschi 40823, femmine 41158, totale 81981",
                "29 maschi 40832 40823 9, 29 femmine 41158 41158 0, 29 totale 81981 81981 0",
                "PZ5001 D29"),
            new(
                "ente-udp/popolazione/2021/02-popolazione-2021-corretta.csv",
                Accepted,
                "27/27/0",
                "maschi 40823, femmine 41158, totale 81981",
                "29 maschi 40823 40823 0, 29 femmine 41158 41158 0, 29 totale 81981 81981 0"),
            new(
                "ente-udp/popolazione/2020/01-popolazione-2020.csv",
                Refused,
                "27/27/0",
                "maschi 41316, femmine 41709, totale 83025, stranieri 11287",
                "29 maschi 41316 41316 0, 29 femmine 41316 41709 -393, 29 totale 83025 83025 0",
                "PZ5001 D29"),
            new(
                "ente-udp/popolazione/2020/02-popolazione-2020-corretta.csv",
                Accepted,
                "27/27/0",
                "maschi 41316, femmine 41709, totale 83025, stranieri 11287",
                "29 maschi 41316 41316 0, 29 femmine 41709 41709 0, 29 totale 83025 83025 0"),
            new(
                "ente-asc-oglio-po/popolazione/2021/popolazione-viadanese.csv",
                Refused,
                "10/8/2",
                "maschi 20888, femmine 21290, totale 42178",
                "12 maschi 22910 22910 0, 12 femmine 23356 23356 0, 12 totale 46266 46266 0",
                "PZ3011 A8, PZ3011 A10"),
            new(
                "ente-concass/spesa-sociale/2017/spesa-sociale-2017.csv",
                Accepted,
                "19/19/0",
                "importo 1274116.00",
                "10 importo 547673.00 547673.00 0.00, 19 importo 428660.00 428660.00 0.00, 23 importo 297783.00 "
                    + "297783.00 0.00"),
            new(
                "ente-concass/spesa-sociale/2018/spesa-sociale-2018.csv",
                Accepted,
                "23/23/0",
                "importo 1435022.00",
                "12 importo 460333.00 460333.00 0.00, 23 importo 605232.00 605232.00 0.00, 27 importo 369457.00 "
                    + "369457.00 0.00"),
            new(
                "ente-concass/spesa-sociale/2019/spesa-sociale-2019.csv",
                Accepted,
                "19/19/0",
                "importo 1408392.00",
                "11 importo 292884.00 292884.00 0.00, 19 importo 684524.00 684524.00 0.00, 23 importo 430984.00 "
                    + "430984.00 0.00"),
        ];

    // L1338-1353.
    private static IEnumerable<ExpectedVerdict> PaviaPopulation() =>
        [
            new(
                "ente-udp-pavia/popolazione/2018/popolazione-2018.csv",
                Accepted,
                "12/12/0",
                "totale 105725",
                "14 totale 105725 105725 0"),
            new(
                "ente-udp-pavia/popolazione/2021/01-popolazione-2021.csv",
                Refused,
                "12/11/1",
                "totale 102002",
                "14 totale 104399 104399 0",
                "PZ3010 A9"),
            new(
                "ente-udp-pavia/popolazione/2021/02-popolazione-2021-corretta.csv",
                Accepted,
                "12/12/0",
                "totale 104399",
                "14 totale 104399 104399 0"),
        ];

    // L1273-1288; the share of FNPS 2021 by residents with largest remainders is derived.
    private static IEnumerable<ExpectedVerdict> PaviaFunds() =>
        [
            new(
                "ente-udp-pavia/assegnazioni/2018/assegnazioni-2018.csv",
                Accepted,
                "10/10/0",
                "importo COM 119467.00, importo DDN 67825.00, importo FAMIGLIA 0.00, importo FNA 283175.00, importo "
                    + "FNPS 379132.22, importo FSR 622875.39, "
                    + "importo POLITICHE-ABITATIVE 39723.00, importo PON-SIA 184000.00, importo QPE 0.00, importo "
                        + "QSFP 487121.00",
                "12 importo 2183318.61 2183318.61 0.00"),
            // Without the row that cannot be read the sum is unknown: the total is not compared.
            new(
                "ente-udp-pavia/assegnazioni/2019/01-assegnazioni-2019.csv",
                Refused,
                "10/9/1",
                Pavia2019,
                string.Empty,
                "PZ3005 E9"),
            new(
                "ente-udp-pavia/assegnazioni/2019/02-assegnazioni-2019-corrette.csv",
                Accepted,
                "10/10/0",
                Pavia2019,
                "12 importo 1576387.33 1576387.33 0.00"),
            new(
                "ente-udp-pavia/assegnazioni/2020/assegnazioni-2020.csv",
                Accepted,
                "10/10/0",
                "importo COM 119467.00, importo DDN 100608.33, importo FAMIGLIA 124783.00, importo FNA 296041.15, "
                    + "importo FNPS 397090.00, "
                    + "importo FSR 749012.00, importo POLITICHE-ABITATIVE 324599.00, importo PON-SIA 94441.00, "
                        + "importo QPE 63439.34, importo QSFP 941800.90",
                "12 importo 3211281.72 3211281.72 0.00"),
            new(
                "ente-udp-pavia/assegnazioni/2021/assegnazioni-2021.csv",
                Accepted,
                "10/10/0",
                "importo COM 119467.00, importo DDN 139717.81, importo FAMIGLIA 0.00, importo FNA 386506.50, importo "
                    + "FNPS 566334.15, "
                    + "importo FSR 628534.52, importo POLITICHE-ABITATIVE 403681.50, importo PON-SIA 0.00, importo "
                        + "QPE 0.00, importo QSFP 0.00",
                "12 importo 2244241.48 2244241.48 0.00"),
            new(
                "ente-udp-pavia/riparto/2021/riparto-fnps-2021.csv",
                Accepted,
                "12/12/0",
                "importo FNPS 566334.15",
                "14 importo 566334.15 566334.15 0.00"),
        ];

    // L1295-1305.
    private static IEnumerable<ExpectedVerdict> PaviaSpending() =>
    [
        Spending("ente-csp/spesa-sociale/2018/spesa-sociale-2018.csv", "8/8/0", "12597031.24", 10),
        Spending("ente-csp/spesa-sociale/2019/spesa-sociale-2019.csv", "8/8/0", "11845616.31", 10),
        Spending("ente-csp/spesa-sociale/2020/spesa-sociale-2020.csv", "8/8/0", "11397251.44", 10),
    ];

    // Figures made up for the demonstration.
    private static IEnumerable<ExpectedVerdict> Examples() =>
        [
            Spending("018030/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "20000.00"),
            Spending("018041/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "120000.00"),
            Spending("018091/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "7000.00"),
            Spending("018110/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "2000000.00"),
            Spending("018135/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "67000.00"),
            Spending("018137/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "108000.00"),
            Spending("018151/spesa-sociale/2021/01-spesa-sociale-2021-esempio.csv", "3/3/0", "17000.00"),
            Spending("018151/spesa-sociale/2021/02-spesa-sociale-2021-esempio-sostituzione.csv", "3/3/0", "17500.00"),
            Spending("018159/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "37000.00"),
            Spending("018162/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "74000.00"),
            Spending("018179/spesa-sociale/2021/spesa-sociale-2021-esempio.csv", "3/3/0", "11000.00"),
            Spending("018189/spesa-sociale/2021/01-spesa-sociale-2021-esempio.csv", "3/3/0", "25000.00"),
            Spending("018189/spesa-sociale/2021/02-spesa-sociale-2021-esempio-copia.csv", "3/3/0", "25000.00"),
            new(
                "018110/rendicontazione/2021/rendicontazione-fnps-esempio.csv",
                Accepted,
                "3/3/0",
                "impegnato FNPS 240000.00, liquidato FNPS 185000.00",
                "5 impegnato 240000.00 240000.00 0.00, 5 liquidato 185000.00 185000.00 0.00"),
            new(
                "018137/rendicontazione/2022/rendicontazione-pnrr-esempio.csv",
                Accepted,
                "1/1/0",
                "impegnato PNRR-1.1.3 5000.00, liquidato PNRR-1.1.3 5000.00",
                "3 impegnato 5000.00 5000.00 0.00, 3 liquidato 5000.00 5000.00 0.00"),
            new(
                "018091/rendicontazione/2021/rendicontazione-esempio.csv",
                Quarantined,
                "1/1/0",
                string.Empty,
                string.Empty,
                "PZ1013 H2"),
            new(
                "ente-coop-esempio/unita-offerta/2021/unita-offerta-2021-esempio.csv",
                Accepted,
                "4/4/0",
                "posti_autorizzati 104, posti_accreditati 95, posti_contrattualizzati 48",
                "6 posti_autorizzati 104 104 0, 6 posti_accreditati 95 95 0, 6 posti_contrattualizzati 48 48 0"),
        ];

    private static ExpectedVerdict Spending(string file, string rows, string total, int totalRow = 5) =>
        new(
            file,
            Accepted,
            rows,
            $"importo {total}",
            FormattableString.Invariant($"{totalRow} importo {total} {total} 0.00"));

    // Fondo povertà has no amount: 1,576,387.33 without it.
    private const string Pavia2019 =
        "importo COM 119467.00, importo DDN 90991.52, importo FAMIGLIA 0.00, importo FNA 227316.00, importo FNPS "
            + "396710.72, "
        + "importo FSR 620502.75, importo POLITICHE-ABITATIVE 57960.00, importo PON-SIA 0.00, importo QPE 63439.34";
}
