using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Invitations;
using Invitations.Stores.InMemory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Invitations to the services of a host.</summary>
public static class InvitationsServiceCollectionExtensions
{
    /// <summary>
    /// Adds Invitations with the in-memory store and the built-in policies. Safe to call several times: services are added once, and each
    /// call configures further.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options; <see cref="InvitationOptions.BaseUrl"/> and a key are required. Or null.</param>
    /// <returns>The builder, to add stores, channels, policies and the host's own parts.</returns>
    /// <example><code>services.AddInvitations(o => { o.BaseUrl = new("https://app.example.com/join"); o.Keys.Add(configuration["Invitations:Key"]!); });</code></example>
    public static InvitationsBuilder AddInvitations(this IServiceCollection services, Action<InvitationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
            services.Configure(configure);
        if (!services.Any(service => service.ServiceType == typeof(ServiceProviderFacts)))
        {
            services.AddSingleton(new ServiceProviderFacts(services));
            services.AddOptions<InvitationOptions>().ValidateOnStart();
            services.AddOptions<DeliveryOptions>().ValidateOnStart();
            services.AddOptions<MaintenanceOptions>().ValidateOnStart();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InvitationOptions>, InvitationOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MaintenanceOptions>, MaintenanceOptionsRules>());
        AddSecrets(services);
        AddSeams(services);
        AddPolicies(services);
        AddPipeline(services);
        AddLinks(services);
        AddBatches(services);
        AddDelivery(services);
        AddMaintenance(services);
        AddBulk(services);
        InMemoryStores.Register(services);
        return new(services);
    }

    private static void AddSecrets(IServiceCollection services)
    {
        services.TryAddSingleton<IKeyRingSource, OptionsKeyRingSource>();
        services.TryAddSingleton<TokenCodec>();
        services.TryAddSingleton<AccessCodes>();
        services.TryAddSingleton<AddressHashes>();
        services.TryAddSingleton<UnsubscribeTokens>();
        services.TryAddSingleton<LinkMaker>();
        services.TryAddSingleton<InvitationIssuer>();
    }

    private static void AddSeams(IServiceCollection services)
    {
        services.TryAddSingleton<InvitationClock>();
        services.TryAddSingleton<DeliverySignal>();
        services.TryAddSingleton(provider => new Instrumentation(provider.GetRequiredService<TimeProvider>(), provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<IPhoneNumberParser, MetadataPhoneNumberParser>();
        services.TryAddScoped<ITenantSettingsProvider, DefaultTenantSettings>();
        services.TryAddScoped<IGroupDirectory, SettingsGroupDirectory>();
        services.TryAddScoped<IRoleCatalog, SettingsRoleCatalog>();
        services.TryAddScoped<IProductCatalog, SettingsProductCatalog>();
        services.TryAddScoped<IDynamicGroups, SettingsDynamicGroups>();
        services.TryAddScoped<IInviterSuccession, SettingsSuccession>();
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddBuiltInPolicy<IUniquenessPolicy, UniquenessPolicy>();
        services.AddBuiltInPolicy<IInviterPolicy, InviterPolicy>();
        services.AddBuiltInPolicy<IDomainPolicy, DomainPolicy>();
        services.AddBuiltInPolicy<ISuppressionPolicy, SuppressionPolicy>();
        services.AddBuiltInPolicy<IGuestPolicy, GuestPolicy>();
        services.AddBuiltInPolicy<IRolePolicy, RolePolicy>();
        services.AddBuiltInPolicy<IGroupPolicy, GroupPolicy>();
        services.AddBuiltInPolicy<IProductPolicy, ProductPolicy>();
        services.AddBuiltInPolicy<IMembershipEndPolicy, MembershipEndPolicy>();
        services.AddBuiltInPolicy<IExpiryPolicy, ExpiryPolicy>();
        services.AddBuiltInPolicy<IReinviteThrottle, ReinviteThrottle>();
        services.AddBuiltInPolicy<ILinkPolicy, LinkPolicy>();
        services.AddBuiltInPolicy<IApprovalPolicy, ApprovalPolicy>();
        services.TryAddScoped<IReminderPolicy, ReminderPolicy>();
        services.TryAddScoped<IBatchSizePolicy, SettingsBatchSizePolicy>();
        services.TryAddScoped<IQuotaPolicy, SettingsQuotaPolicy>();
        services.TryAddScoped<IRecipientBindingPolicy, RecipientBindingPolicy>();
        services.TryAddScoped<IAcceptanceCheck, AcceptanceCheck>();
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.TryAddScoped<TenantSettingsReader>();
        services.TryAddScoped<OperationContextFactory>();
        services.TryAddScoped<GrantReview>();
        services.TryAddScoped<AddressReader>();
        services.TryAddScoped<RowNormalizer>();
        services.TryAddScoped<RowValidation>();
        services.TryAddScoped<LineManagerResolver>();
        services.TryAddScoped<DynamicGroupFinder>();
        services.TryAddScoped<ChunkLookup>();
        services.TryAddScoped<ChunkReviewer>();
        services.TryAddScoped<ChunkWriter>();
        services.TryAddScoped<ChunkProcessor>();
        services.TryAddScoped<IdempotencyLedger>();
        services.TryAddScoped<EventPublisher>();
        services.TryAddScoped<SecretReader>();
        services.TryAddScoped<AcceptanceReview>();
        services.TryAddScoped<MembershipMaker>();
        services.TryAddScoped<AcceptanceWriter>();
        services.TryAddScoped<SeatAccounting>();
        services.TryAddScoped<QuotaGate>();
        services.TryAddScoped<ChunkCapacity>();
        services.TryAddScoped<Redeemer>();
        services.TryAddScoped<PersonKeys>();
        services.TryAddScoped<SuppressedAddresses>();
        services.TryAddScoped<SuppressionWriter>();
        services.TryAddScoped<InvitationAccess>();
        services.TryAddScoped<InviterHandover>();
        services.TryAddScoped<InvitationEditor>();
        services.TryAddScoped<AdministrationWriter>();
        services.TryAddScoped<ApprovalReview>();
        services.TryAddScoped<ApprovalWriter>();
        services.TryAddScoped<AcceptanceSuccession>();
        services.TryAddScoped<DepartureReview>();
        services.TryAddScoped<DepartureWriter>();
        services.TryAddScoped<JoinRequestReader>();
        services.TryAddScoped<JoinRequestWriter>();
        services.TryAddScoped<IInvitationService, InvitationService>();
        services.TryAddScoped<IInvitationAcceptance, InvitationAcceptance>();
        services.TryAddScoped<IInvitationAdministration, InvitationAdministration>();
        services.TryAddScoped<IInvitationQueries, InvitationQueries>();
        services.TryAddScoped<ISeatLedger, SeatLedger>();
        services.TryAddScoped<IMyInvitations, MyInvitations>();
        services.TryAddScoped<INewLinkRequests, NewLinkRequests>();
        services.TryAddScoped<ISuppressionList, SuppressionList>();
        services.TryAddScoped<IUnsubscriptions, Unsubscriptions>();
        services.TryAddScoped<IProviderReports, ProviderReports>();
        services.TryAddScoped<RegistrationReview>();
        services.TryAddScoped<SelfRegistrar>();
        services.TryAddScoped<IRegistrations, Registrations>();
        services.TryAddScoped<IInvitationApprovals, InvitationApprovals>();
        services.TryAddScoped<IJoinRequests, JoinRequests>();
        services.TryAddScoped<IInviterDepartures, InviterDepartures>();
    }

    private static void AddLinks(IServiceCollection services)
    {
        services.TryAddScoped<LinkAccess>();
        services.TryAddScoped<LinkReader>();
        services.TryAddScoped<LinkWriter>();
        services.TryAddScoped<JoinWriter>();
        services.TryAddScoped<IInvitationLinks, InvitationLinks>();
        services.TryAddScoped<IInvitationJoining, InvitationJoining>();
        services.TryAddScoped<CodeRevealer>();
        services.TryAddScoped<IInvitationCodes, InvitationCodes>();
    }

    private static void AddBatches(IServiceCollection services)
    {
        services.TryAddScoped<BatchAccess>();
        services.TryAddScoped<BatchWriter>();
        services.TryAddScoped<BatchRows>();
        services.TryAddScoped<BatchRemoval>();
        services.TryAddScoped<BatchStager>();
        services.TryAddScoped<BatchSender>();
        services.TryAddScoped<BatchOrders>();
        services.TryAddScoped<BatchDropping>();
        services.TryAddScoped<BatchWithdrawal>();
        services.TryAddScoped<DueBatches>();
        services.TryAddScoped<PersonRows>();
        services.TryAddScoped<BatchRevocation>();
        services.TryAddScoped<IInvitationBatches, InvitationBatches>();
    }

    private static void AddDelivery(IServiceCollection services)
    {
        services.TryAddSingleton<RetrySchedule>();
        services.TryAddSingleton<ChannelGates>();
        services.TryAddSingleton<DeliveryReporter>();
        services.TryAddSingleton<MessageSender>();
        services.TryAddScoped<InviterNotices>();
        services.TryAddScoped<GivenUpMessages>();
        services.TryAddScoped<DeliveryRecorder>();
        services.TryAddScoped<IDeliveryDispatcher, DeliveryDispatcher>();
        services.TryAddScoped<IDeliveryBacklog, DeliveryBacklog>();
    }

    private static void AddMaintenance(IServiceCollection services)
    {
        services.TryAddScoped<ReminderPlanner>();
        services.TryAddScoped<ReminderSweep>();
        services.TryAddScoped<InvitationEnder>();
        services.TryAddScoped<ExpirySweep>();
        services.TryAddScoped<IInvitationMaintenance, InvitationMaintenance>();
        services.TryAddScoped<IFailedDeliveries, FailedDeliveries>();
    }

    private static void AddBulk(IServiceCollection services)
    {
        services.TryAddScoped<BulkChanger>();
        services.TryAddScoped<RevocationChange>();
        services.TryAddScoped<DeletionChange>();
        services.TryAddScoped<LinkRevocation>();
        services.TryAddScoped<ReissueCapacity>();
        services.TryAddScoped<ReissueChange>();
        services.TryAddScoped<IBulkAdministration, BulkAdministration>();
        services.TryAddScoped<IRevocations, Revocations>();
        services.TryAddScoped<PersonReader>();
        services.TryAddScoped<IPersonalData, PersonalData>();
        services.TryAddScoped<IRetention, Retention>();
    }

    /// <summary>A built-in policy under its own name, so that a host can replace it, and in its place in the order in which policies are asked.</summary>
    private static void AddBuiltInPolicy<TPolicy, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBuiltIn>(
        this IServiceCollection services)
        where TPolicy : class, IInvitationPolicy
        where TBuiltIn : class, TPolicy
    {
        services.TryAddScoped<TPolicy, TBuiltIn>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IInvitationPolicy, NamedPolicy<TPolicy>>());
    }
}
