namespace PianoZona.Contracts;

/// <summary>Codes of the funds that rules, exports and flows name by themselves.</summary>
public static class FundCodes
{
    /// <summary>Fondo Nazionale Politiche Sociali.</summary>
    public const string Fnps = "FNPS";

    /// <summary>Fondo Non Autosufficienza.</summary>
    public const string Fna = "FNA";

    /// <summary>Fondo Sociale Regionale.</summary>
    public const string Fsr = "FSR";

    /// <summary>The Comuni's own money, which is granted by no act.</summary>
    public const string Comuni = "COM";

    /// <summary>What the Comuni pay for services that they buy, which no act grants either.</summary>
    public const string ComuniServices = "COM-ACQUISTI";

    /// <summary>
    /// In place of a fund: money of funds that have no column of their own in a budget. In lower case, as no code of a
    /// fund is, so that neither the catalogue nor an Ambito has it; after all codes in their order.
    /// </summary>
    public const string OtherFunds = "altri-fondi";

    /// <summary>In place of a fund: money of a budget of which no fund is told. In lower case, too.</summary>
    public const string NoFund = "senza-fondo";

    /// <summary>
    /// Whether a code is one of a fund, which is granted, divided and left over; not what stands in place of one.
    /// </summary>
    public static bool IsFund(string code) => code is not (OtherFunds or NoFund);
}
