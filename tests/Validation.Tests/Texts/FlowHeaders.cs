namespace PianoZona.Validation.Tests.Texts;

/// <summary>Headers, and one good row of each, for tests that change one thing.</summary>
internal static class FlowHeaders
{
    public const string PopolazioneHeader = "codice_istat|anno|maschi|femmine|totale";
    public const string PopolazioneRow = "019021|2021|7554|7573|15127";
    public const string SpesaHeader = "ente|anno|area|voce|importo|utenti";
    public const string SpesaRow = "019021|2021|ANZIANI|Pasti|11.920,00|57";
    public const string AssegnazioniHeader = "fondo|annualita|atto|data_atto|importo|stato|data_incasso";
    public const string AssegnazioniRow = "FNPS|2021|DGR 4563|19/04/2021|566.334,15|assegnato|30/11/2021";
    public const string RipartoHeader = "fondo|annualita|ente|importo|criterio";
    public const string RipartoRow = "FNPS|2021|019021|389.938,90|popolazione";
    public const string RendicontazioneHeader =
        "ente|fondo|annualita|intervento|area|cup|cig|fornitore_piva|documento|data_documento|data_pagamento|impegnato|liquidato|note";

    public const string RendicontazioneRow =
        "019021|QSFP|2020|Servizio sociale professionale|ANZIANI|G11B21004560006|8745961356|01234567897|FT "
            + "118|30/06/2021|20/07/2021|1.250,00|1.250,00|saldo";

    public const string PrestazioniHeader =
        "ente_gestore|codice_istat|servizio|fondo|annualita|periodo|id_utente|data|quantita|unita|tariffa|importo|quota_utente|quota_comune|quota_fondo|cig";

    public const string PrestazioniRow =
        "ente-coop-uno|019021|SAD|FNA|2021|2021-09|UT-000157|14/09/2021|12,5|ORE|21,37|267,13|67,13|100,00|100,00|8745961356";

    public const string UnitaHeader =
        "codice_unita|denominazione|tipologia|codice_istat|ente_gestore|posti_autorizzati|posti_accreditati|posti_contrattualizzati|data_evento|stato";

    public const string UnitaRow =
        "CSE-0412|Il Girasole|Centro socio-educativo|019021|ente-coop-uno|30|25|20|14/09/2021|VARIATA";
    public const string FsrHeader = "codice_unita|anno|utenti|ore|giorni_apertura|costi";
    public const string FsrRow = "CSE-0412|2021|24|1.840,5|230|310.450,00";
    public const string MisuraB2Header =
        "codice_istat|id_beneficiario|annualita|strumento|data_domanda|isee|mesi|importo_mensile|importo|esito";
    public const string MisuraB2Row = "019021|B2-000031|2021|Buono|12/04/2021|14.320,50|9|400,00|3.600,00|FINANZIATA";
    public const string CasiHeader = "codice_istat|periodo|sst|cpi|totale|escluse";
    public const string CasiRow = "019021|2021-S1|18|11|29|2";
    public const string BilancioHeader = "voce|anno|previsto|FNPS|COM|altri fondi";
    public const string BilancioRow = "Tutela minori|2021|120.000,00|70.000,00|50.000,00|";
    public const string IndicatoriHeader = "obiettivo|indicatore|tipo|unita|base|atteso|valore";
    public const string IndicatoriRow = "Obiettivo 3|Equipe attivate|REALIZZAZIONE|N|2|5|4";

    /// <summary>A row with one cell changed.</summary>
    public static string With(this string row, string header, string column, string value)
    {
        string[] cells = row.Split('|');
        cells[Array.IndexOf(header.Split('|'), column)] = value;
        return string.Join('|', cells);
    }
}
