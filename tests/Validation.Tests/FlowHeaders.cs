namespace PianoZona.Validation.Tests;

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
        "019021|QSFP|2020|Servizio sociale professionale|ANZIANI|G11B21004560006|8745961356|01234567897|FT 118|30/06/2021|20/07/2021|1.250,00|1.250,00|saldo";

    /// <summary>A row with one cell changed.</summary>
    public static string With(this string row, string header, string column, string value)
    {
        string[] cells = row.Split('|');
        cells[Array.IndexOf(header.Split('|'), column)] = value;
        return string.Join('|', cells);
    }
}
