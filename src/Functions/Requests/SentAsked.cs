using System.Globalization;
using Microsoft.AspNetCore.Http;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Forms;
using PianoZona.Web.Sent;

namespace PianoZona.Functions.Requests;

/// <summary>
/// Which of the files sent are asked for:
/// <c>?flusso=…&amp;anno=…&amp;stato=…&amp;numero=…&amp;per=…&amp;ordina=-quando</c>. What is none of those is left
/// out.
/// </summary>
internal sealed record SentAsked(string? Flow, int? Year, SentState? State, string? Number, string? Order, int Page)
{
    private const int LongestNumber = 100;
    private const string Last = "-";

    /// <summary>The orders there are, by name.</summary>
    public static IReadOnlyDictionary<string, Func<SentFile, Ambito, IComparable>> Orders { get; } =
        new Dictionary<string, Func<SentFile, Ambito, IComparable>>(StringComparer.Ordinal)
        {
            ["quando"] = (one, _) => one.Receipt.ReceivedAt,
            ["numero"] = (one, _) => ReceiptId.FingerprintOf(one.Receipt.Id.Text),
            ["ente"] = (one, ambito) => ambito.NameOf(one.Receipt.Id.Sender),
            ["flusso"] = (one, _) => one.Receipt.Id.Flow,
            ["periodo"] = (one, _) => one.Receipt.Id.Period,
            ["stato"] = (one, _) => one.State,
            ["righe"] = (one, _) => one.Receipt.Rows,
            ["importo"] = (one, _) => one.Receipt.Amount?.Cents ?? long.MinValue,
        };

    /// <summary>Code of the body whose figures they hold; null = of any.</summary>
    public string? For { get; init; }

    /// <summary>What is asked for.</summary>
    public static SentAsked In(HttpRequest request)
    {
        string order = Text("ordina");
        string number = Text("numero");
        return new SentAsked(
            Text("flusso") is { Length: > 0 } flow ? flow : null,
            int.TryParse(Text("anno"), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null,
            SentWords.StateOf(Text("stato")),
            number.Length is > 0 and <= LongestNumber ? number : null,
            Orders.ContainsKey(order.TrimStart('-')) && order != SentListView.UsualOrder ? order : null,
            int.TryParse(Text(ListState.PageName), NumberStyles.None, CultureInfo.InvariantCulture, out int page)
                ? page : 1)
        {
            For = Text("per") is { Length: > 0 } body ? body : null,
        };

        string Text(string name) => request.Query[name].ToString().Trim();
    }

    /// <summary>Those that are asked for, in the order that is asked for.</summary>
    public IReadOnlyList<SentFile> Of(IEnumerable<SentFile> all, Ambito ambito)
    {
        SentFile[] found = [.. all.Where(IsAskedFor)];
        string order = Order ?? SentListView.UsualOrder;
        Func<SentFile, Ambito, IComparable> key = Orders[order.TrimStart('-')];
        return order.StartsWith(Last, StringComparison.Ordinal)
            ? [.. found.OrderByDescending(one => key(one, ambito), Comparer)]
            : [.. found.OrderBy(one => key(one, ambito), Comparer)];
    }

    private static IComparer<IComparable> Comparer { get; } = Comparer<IComparable>.Create((left, right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : left.CompareTo(right));

    private bool IsAskedFor(SentFile one) =>
        (Flow is null || one.Receipt.Id.Flow == Flow)
        && (Year is null || YearOf(one.Receipt.Id) == Year)
        && (State is null || one.State == State)
        && (For is null || one.Bodies?.Contains(For, StringComparer.Ordinal) == true)
        && (Number is null || one.Receipt.Id.Text.Contains(Number, StringComparison.OrdinalIgnoreCase));

    /// <summary>The year that a file is about; null when its period is none.</summary>
    public static int? YearOf(ReceiptId one) =>
        Period.TryParse(one.Period, out Period? period) ? period.Year : null;
}
