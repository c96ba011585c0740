namespace PianoZona.Web.Errors;

/// <summary>What a status of HTTP means to a person.</summary>
public static class ErrorWords
{
    /// <summary>In a few words.</summary>
    public static string Title(int status) => status switch
    {
        400 => "La richiesta non si capisce",
        401 => "Accedi per continuare",
        403 => "Non puoi vedere questa pagina",
        404 => "Non c'è nulla a questo indirizzo",
        409 => "Adesso non si può fare",
        413 => "Il file è troppo grande",
        415 => "La forma non è quella attesa",
        422 => "Ci sono errori da correggere",
        _ => "Il servizio non è riuscito a rispondere",
    };
}
