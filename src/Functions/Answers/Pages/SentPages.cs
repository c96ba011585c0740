using System.Globalization;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Sent;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages of the files that were sent.</summary>
internal static class SentPages
{
    private const int PageLines = 25;
    private const int MostNames = 3;

    private static readonly FieldChoice[] Orders =
    [
        new(SentListView.UsualOrder, "Dal più recente"), new("quando", "Dal meno recente"),
        new("flusso", "Per flusso"), new("-periodo", "Per periodo"), new("stato", "Per stato"),
        new("-righe", "Per numero di righe"),
        new("-importo", "Per importo"),
    ];

    /// <summary>The list, as it is asked for.</summary>
    /// <param name="all">What the reader sent; for the Ufficio di Piano what anybody sent.</param>
    /// <param name="forReader">What others sent for the reader.</param>
    public static PageView List(
        IReadOnlyList<SentFile> all, IReadOnlyList<SentForBody> forReader, SentAsked asked, Caller caller)
    {
        SentForBody[] sentFor = [.. SentForPages.AskedFor(forReader, asked)];
        IReadOnlyList<SentFile> found = asked.Of(all, caller.Ambito);
        int pages = Math.Max(1, (found.Count + PageLines - 1) / PageLines);
        int page = Math.Clamp(asked.Page, 1, pages);
        return new SentListView(
            new ListState(Addresses.Sent, [.. ActiveIn(asked, caller)], page, pages) { Order = asked.Order },
            FiltersOf(all, forReader, asked, caller),
            found.Count,
            caller.IsStaff,
            [.. found.Skip((page - 1) * PageLines).Take(PageLines).Select(one => LineOf(one, caller))])
        {
            IsForOthers = OthersIn(all, caller).Any(),
            ForReader = [.. sentFor.Take(PageLines).Select(SentForPages.LineOf)],
            MoreForReader = Math.Max(0, sentFor.Length - PageLines),
        };
    }

    /// <summary>The receipts of a file.</summary>
    /// <param name="sha256">Its hash; null = none was asked for.</param>
    /// <param name="found">Those that the reader may open whole.</param>
    /// <param name="forReader">Those that others sent for the reader.</param>
    public static PageView Verification(
        string? sha256, IReadOnlyList<SentFile> found, IReadOnlyList<SentForBody> forReader, Caller caller,
        params FieldMistake[] mistakes) =>
        new VerifyView(
            sha256 is null ? null : Grouped(sha256), caller.IsStaff,
            [.. found.Select(one => LineOf(one, caller))], mistakes)
        {
            ForReader = [.. forReader.Select(SentForPages.LineOf)],
        };

    /// <summary>A hash in groups of four digits, which people compare.</summary>
    public static string Grouped(string sha256) => Italian.Grouped(sha256);

    private static SentLine LineOf(SentFile one, Caller caller)
    {
        ReceiptId id = one.Receipt.Id;
        return new SentLine(
            ReceiptId.FingerprintOf(id.Text), Addresses.ReceiptOf(id.Text),
            NameOf(id.Sender, caller), Spoken.OfFlow(id.Flow),
            HomePages.PeriodOf(id.Period), SentWords.Moment(one.Receipt.ReceivedAt), SentWords.State(one),
            one.ReplacedBy is { } other ? Addresses.ReceiptOf(other) : null, one.Receipt.Rows, one.Receipt.Amount)
        {
            For = one.Bodies is { } bodies ? NamesOf(bodies, caller) : null,
        };
    }

    // «Casalmaggiore, Viadana, Bozzolo e altri 24»
    private static string NamesOf(IReadOnlyList<string> bodies, Caller caller)
    {
        string[] names = [.. bodies.Take(MostNames).Select(body => NameOf(body, caller))];
        int others = bodies.Count - names.Length;
        return string.Join(", ", names)
            + (others == 0 ? string.Empty : others == 1 ? " e un altro" : $" e altri {Italian.Number(others)}");
    }

    // Staff have the names of the senders, who are everybody.
    private static IEnumerable<string> OthersIn(IReadOnlyList<SentFile> all, Caller caller) => caller.IsStaff
        ? []
        : all.SelectMany(one => (one.Bodies ?? []).Where(body => body != one.Receipt.Id.Sender))
            .Distinct(StringComparer.Ordinal);

    private static string NameOf(string body, Caller caller) => caller.Ambito.NameOf(body);

    private static SentFilters FiltersOf(
        IReadOnlyList<SentFile> all, IReadOnlyList<SentForBody> forReader, SentAsked asked, Caller caller) => new(
        [
            Every("Tutti i flussi"),
            .. ReceiptsIn(all, forReader).Select(one => one.Flow)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(flow => new FieldChoice(flow, Spoken.OfFlow(flow))),
        ],
        [
            Every("Tutti gli anni"),
            .. ReceiptsIn(all, forReader).Select(SentAsked.YearOf).OfType<int>()
                .Distinct().OrderDescending().Select(ItalianYear),
        ],
        [
            Every("Tutti gli stati"),
            .. all.Select(one => one.State).Concat(forReader.Select(SentForPages.StateOf)).Distinct().Order()
                .Select(state => new FieldChoice(SentWords.Code(state), SentWords.State(state).Word)),
        ],
        Orders)
    {
        Flow = asked.Flow,
        Year = asked.Year?.ToString(CultureInfo.InvariantCulture),
        State = asked.State is { } state ? SentWords.Code(state) : null,
        Number = asked.Number,
        Others =
        [
            Every("Tutti gli enti"),
            .. OthersIn(all, caller).Select(body => new FieldChoice(body, NameOf(body, caller)))
                .OrderBy(body => body.Text, StringComparer.Ordinal),
        ],
        For = asked.For,
        Order = asked.Order ?? SentListView.UsualOrder,
    };

    private static IEnumerable<ReceiptId> ReceiptsIn(
        IReadOnlyList<SentFile> all, IReadOnlyList<SentForBody> forReader) =>
        all.Select(one => one.Receipt.Id).Concat(forReader.Select(one => one.Receipt));

    private static IEnumerable<ActiveFilter> ActiveIn(SentAsked asked, Caller caller)
    {
        if (asked.Flow is { } flow)
        {
            yield return new ActiveFilter("flusso", flow, $"Flusso: {Spoken.OfFlow(flow)}");
        }

        if (asked.Year?.ToString(CultureInfo.InvariantCulture) is { } year)
        {
            yield return new ActiveFilter("anno", year, $"Anno: {year}");
        }

        if (asked.State is { } state)
        {
            yield return new ActiveFilter("stato", SentWords.Code(state), $"Stato: {SentWords.State(state).Word}");
        }

        if (asked.For is { } body)
        {
            yield return new ActiveFilter("per", body, $"Per: {NameOf(body, caller)}");
        }

        if (asked.Number is { } number)
        {
            yield return new ActiveFilter("numero", number, $"Numero: {number}");
        }
    }

    private static FieldChoice Every(string text) => new(string.Empty, text);

    private static FieldChoice ItalianYear(int year)
    {
        string text = year.ToString(CultureInfo.InvariantCulture);
        return new FieldChoice(text, text);
    }
}
