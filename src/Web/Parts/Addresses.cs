using System.Globalization;
using PianoZona.Contracts;

namespace PianoZona.Web.Parts;

/// <summary>Where the pages of the hub are, from its root.</summary>
public static class Addresses
{
    public const string Dashboard = "/api/cruscotto";

    /// <summary>The pages of the rules, to which the code is added.</summary>
    public const string Rules = "/api/regole/";

    /// <summary>Where people sign in.</summary>
    public const string SignIn = "/accesso";

    /// <summary>Where they sign out, by POST.</summary>
    public const string SignOut = "/uscita";

    /// <summary>Where they choose the body they act for.</summary>
    public const string ChooseBody = "/scegli-ente";

    /// <summary>The balances and movements of a fund year.</summary>
    public static string Of(FundKey fund) => $"/api/riconciliazioni/{PathOf(fund)}";

    /// <summary>The riparti of a fund year.</summary>
    public static string AllocationsOf(FundKey fund) => $"/api/riparti/{PathOf(fund)}";

    /// <summary>A riparto.</summary>
    public static string AllocationOf(FundKey fund, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{AllocationsOf(fund)}/{number}");

    public static string ReceiptOf(string receipt) => $"/api/esiti/{Uri.EscapeDataString(receipt)}";

    /// <summary>Rows of an upload.</summary>
    /// <param name="rows">As <see cref="RowSet"/> writes them: <c>2-9,12</c>.</param>
    public static string RowsOf(string receipt, string rows) => $"{ReceiptOf(receipt)}/righe?righe={rows}";

    public static string RuleOf(string code) => Rules + Uri.EscapeDataString(code);

    private static string PathOf(FundKey fund) =>
        string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(fund.Fund)}/{fund.Year}");
}
