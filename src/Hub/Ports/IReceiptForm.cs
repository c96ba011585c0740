using PianoZona.Contracts.Receipts;

namespace PianoZona.Hub.Ports;

/// <summary>A form in which a receipt is given besides its JSON, which is the receipt.</summary>
public interface IReceiptForm
{
    /// <summary>Ending of its name, with the dot.</summary>
    string Ending { get; }

    /// <summary>Its media type, as it is served: <c>text/html; charset=utf-8</c>.</summary>
    string ContentType { get; }

    /// <summary>Whether a receipt is given in this form.</summary>
    bool Has(Receipt receipt);

    /// <summary>The receipt in this form, from the first byte; the caller disposes of it.</summary>
    Task<Stream> WriteAsync(Receipt receipt, CancellationToken cancellationToken);
}

/// <summary>Endings and content types of the forms of a receipt.</summary>
public static class ReceiptForms
{
    /// <summary>Ending of a receipt.</summary>
    public const string Json = ".json";

    /// <summary>Ending of a receipt as a page.</summary>
    public const string Page = ".html";

    /// <summary>Ending of the sender's sheet back.</summary>
    public const string Workbook = ".xlsx";

    /// <summary>Content type of a workbook.</summary>
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
