using Microsoft.Extensions.DependencyInjection;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Mail;
using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.Cli.Local;

/// <summary>
/// The mail of the demonstration: the reminders of the next day on which there are some, and what the Ufficio di Piano
/// is told.
/// </summary>
internal static class DemoMail
{
    private const int MostDaysAhead = 60;

    /// <summary>Sends it to the sandbox over HTTP, as it goes to Microsoft Graph.</summary>
    /// <returns>What was sent, in a line.</returns>
    public static async Task<string> SendAsync(
        LocalHub hub, IReadOnlyList<Ambito> ambiti, MailSandboxServer mail, CancellationToken cancellationToken)
    {
        ReminderPipeline reminders = hub.Services.GetRequiredService<ReminderPipeline>();
        OfficePipeline office = hub.Services.GetRequiredService<OfficePipeline>();
        DateOnly today = RomeTime.Today(hub.Services.GetRequiredService<TimeProvider>());
        DateOnly day = await FirstDayAsync(
            hub.Services.GetRequiredService<ReminderPlans>(), ambiti, today, cancellationToken);
        int sent = await reminders.RunAsync(day, hour: null, cancellationToken);
        foreach (Ambito ambito in ambiti)
        {
            await office.RunAsync(ambito, day, cancellationToken);
        }

        return string.Create(
            Italian.Culture,
            $"Posta: {mail.Store.Sent.Count} messaggi, di cui {sent} con i promemoria del {day:d MMMM yyyy}.");
    }

    private static async Task<DateOnly> FirstDayAsync(
        ReminderPlans reminders, IReadOnlyList<Ambito> ambiti, DateOnly today, CancellationToken cancellationToken)
    {
        for (DateOnly day = today; day < today.AddDays(MostDaysAhead); day = day.AddDays(1))
        {
            foreach (Ambito ambito in ambiti)
            {
                if ((await reminders.PreviewAsync(ambito, day, cancellationToken)).Digests.Count > 0)
                {
                    return day;
                }
            }
        }

        return today;
    }
}
