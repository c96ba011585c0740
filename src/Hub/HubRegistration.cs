using Microsoft.Extensions.DependencyInjection;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Home;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Periods;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Units;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Notification.Sending;
using PianoZona.Validation;

namespace PianoZona.Hub;

/// <summary>The use cases. Who registers them also registers their ports, a reader of files, and a mailbox.</summary>
public static class HubRegistration
{
    /// <summary>Registers them all.</summary>
    public static IServiceCollection AddHubUseCases(this IServiceCollection services) =>
        services.AddSingleton<KnownAmbiti>().AddUploads().AddDecisions().AddDiscrepancies().AddAllocations().AddMail();

    private static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<UploadValidator>()
        .AddSingleton<UploadExamination>()
        .AddSingleton<YearBeforeTotals>()
        .AddSingleton<UploadEnvelopes>()
        .AddSingleton<FlowRecognition>()
        .AddSingleton<DraftRecognition>()
        .AddSingleton<DraftExamination>()
        .AddSingleton<DraftInspection>()
        .AddSingleton<OtherTellings>()
        .AddSingleton<FileComparison>()
        .AddSingleton<RowComparison>()
        .AddSingleton<DraftComparison>()
        .AddSingleton<SendingDesk>()
        .AddSingleton<DraftDelivery>()
        .AddSingleton<DraftConfirmation>()
        .AddSingleton<LeftOutBodies>()
        .AddSingleton<ProgramDesk>()
        .AddSingleton<TableFile>()
        .AddSingleton<TableExamination>()
        .AddSingleton<RowsInForce>()
        .AddSingleton<PriorTables>()
        .AddSingleton<UnitRegister>()
        .AddSingleton<UnitReview>()
        .AddSingleton<KnownTables>()
        .AddSingleton<FillingDrafts>()
        .AddSingleton<FillingDesk>()
        .AddSingleton<NothingDesk>()
        .AddSingleton<SharedPlaces>()
        .AddSingleton<WaitingDrafts>()
        .AddSingleton<UploadIntake>()
        .AddSingleton<UploadPosting>()
        .AddSingleton<UploadChanges>()
        .AddSingleton<UploadBooking>()
        .AddSingleton<ReturnedSheet>()
        .AddSingleton<IReceiptForm, WorkbookForm>()
        .AddSingleton<ReceiptDelivery>()
        .AddSingleton<VerdictDelivery>()
        .AddSingleton<UploadPipeline>()
        .AddSingleton<SweepPipeline>()
        .AddSingleton<UploadEvents>()
        .AddSingleton<MessageIntake>()
        .AddSingleton<RowLookup>()
        .AddSingleton<ReceiptLookup>()
        .AddSingleton<ReceiptProofs>()
        .AddSingleton<SentFiles>()
        .AddSingleton<SentForBodies>()
        .AddSingleton<BodyHome>();

    private static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddSingleton<PeriodRegister>()
        .AddSingleton<DeadlineRegister>()
        .AddSingleton<AmendmentHold>()
        .AddSingleton<ArchivedPosting>()
        .AddSingleton<AmendmentDesk>()
        .AddSingleton<AmendmentCompletion>();

    private static IServiceCollection AddDiscrepancies(this IServiceCollection services) => services
        .AddSingleton<ReconcilePipeline>()
        .AddSingleton<UnseenDrafts>()
        .AddSingleton<NightlyPipeline>()
        .AddSingleton<VerificationPipeline>()
        .AddSingleton<AmbitoReporter>()
        .AddSingleton<PopulationRegister>()
        .AddSingleton<ExportTables>()
        .AddSingleton<FundYears>()
        .AddSingleton<DiscrepancyRegister>()
        .AddSingleton<TrialReporter>();

    private static IServiceCollection AddAllocations(this IServiceCollection services) => services
        .AddSingleton<AllocationDelivery>()
        .AddSingleton<AllocationCompletion>()
        .AddSingleton<AllocationPipeline>()
        .AddSingleton<PlanPopulation>()
        .AddSingleton<DutyDesk>()
        .AddSingleton<AllocationBook>();

    private static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton<MailSender>()
        .AddSingleton<ReminderRun>()
        .AddSingleton<LetterDelivery>()
        .AddSingleton<ReturnRun>()
        .AddSingleton<ContactBook>()
        .AddSingleton<ContactDesk>()
        .AddSingleton<MailRequests>()
        .AddSingleton<LetterComposer>()
        .AddSingleton<DeliveryWatch>()
        .AddSingleton<SentMailLookup>()
        .AddSingleton<MailPipeline>()
        .AddSingleton<ReminderPlans>()
        .AddSingleton<ReminderPipeline>()
        .AddSingleton<OfficeLetters>()
        .AddSingleton<OfficePipeline>();
}
