using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using Invitations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says which of the host's own parts to use. All are scoped, so that they may use the host's database context.</summary>
public static class InvitationsBuilderExtensions
{
    private const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicConstructors;

    /// <summary>Adds a policy that is asked after the built-in ones.</summary>
    /// <typeparam name="T">The policy; derive from <see cref="RowPolicy"/> for a rule that looks at one row at a time.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddPolicy<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInvitationPolicy
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IInvitationPolicy, T>());
        return builder;
    }

    /// <summary>Puts a policy in the place of a built-in one.</summary>
    /// <typeparam name="TPolicy">Which: <see cref="IDomainPolicy"/>, <see cref="IExpiryPolicy"/>, <see cref="IBatchSizePolicy"/>, …</typeparam>
    /// <typeparam name="T">The host's policy.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <exception cref="InvalidOperationException"><typeparamref name="TPolicy"/> names no built-in policy (INV010).</exception>
    public static InvitationsBuilder ReplacePolicy<TPolicy, [DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where TPolicy : class
        where T : class, TPolicy
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (typeof(TPolicy) == typeof(IInvitationPolicy))
        {
            throw new InvalidOperationException(
                $"INV010: IInvitationPolicy names no built-in policy. Name the one to replace, such as 'ReplacePolicy<IDomainPolicy, {typeof(T).Name}>()', " +
                $"or add one with 'AddPolicy<{typeof(T).Name}>()'.");
        }

        return builder.Use<TPolicy, T>();
    }

    /// <summary>Adds a validator that looks at every row after normalising, next to the built-in rules.</summary>
    /// <typeparam name="T">The validator. Its error codes and messages reach the caller as they are.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddValidator<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IValidator<InviteDraft>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IValidator<InviteDraft>, T>());
        return builder;
    }

    /// <summary>Makes the membership when an invitation is accepted. Default: nothing; the host acts on the result of <see cref="IInvitationAcceptance.AcceptAsync"/>.</summary>
    /// <typeparam name="T">The host's handler.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddAcceptanceHandler<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInvitationAcceptanceHandler => builder.Use<IInvitationAcceptanceHandler, T>();

    /// <summary>Gives grants to people who have an account already. Default: none; needed for <see cref="WhenAccountExists.GrantDirectly"/> only.</summary>
    /// <typeparam name="T">The host's handler.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddDirectGrantHandler<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IDirectGrantHandler => builder.Use<IDirectGrantHandler, T>();

    /// <summary>Tells a handler of everything that happens, after the commit. Default: nobody is told.</summary>
    /// <typeparam name="T">The host's handler.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddEventHandler<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInvitationEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IInvitationEventHandler, T>());
        return builder;
    }

    /// <summary>Sends messages over a channel, when <see cref="IDeliveryDispatcher.RunOnceAsync"/> works the outbox off. Default: none; deliveries wait.</summary>
    /// <typeparam name="T">The channel.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddChannel<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInvitationChannel
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IInvitationChannel, T>());
        return builder;
    }

    /// <summary>Looks up what inviters may do. Default: what the host says in <see cref="Inviter"/> counts.</summary>
    /// <typeparam name="T">The host's provider.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseInviterAuthority<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInviterAuthorityProvider => builder.Use<IInviterAuthorityProvider, T>();

    /// <summary>Says where inviters get notices (see <see cref="NoticeSettings"/>). Default: nowhere; none is queued.</summary>
    /// <typeparam name="T">The host's contacts.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseInviterContacts<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInviterContacts => builder.Use<IInviterContacts, T>();

    /// <summary>Names who takes over from an inviter who left. Default: <see cref="AuthoritySettings.Successor"/>.</summary>
    /// <typeparam name="T">The host's succession.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseInviterSuccession<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IInviterSuccession => builder.Use<IInviterSuccession, T>();

    /// <summary>Finds the accounts that the host has. Default: nobody has one.</summary>
    /// <typeparam name="T">The host's directory.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseAccounts<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IAccountDirectory => builder.Use<IAccountDirectory, T>();

    /// <summary>Finds the groups of a tenant. Default: those of <see cref="TenantSettings.Groups"/>.</summary>
    /// <typeparam name="T">The host's directory.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseGroups<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IGroupDirectory => builder.Use<IGroupDirectory, T>();

    /// <summary>Lists the roles of a tenant and their order. Default: those of <see cref="TenantSettings.Roles"/>.</summary>
    /// <typeparam name="T">The host's catalogue.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseRoles<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IRoleCatalog => builder.Use<IRoleCatalog, T>();

    /// <summary>Says which groups follow from what is known about people. Default: the rules of <see cref="TenantSettings.DynamicGroups"/>.</summary>
    /// <typeparam name="T">The host's rules.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseDynamicGroups<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IDynamicGroups => builder.Use<IDynamicGroups, T>();

    /// <summary>Finds the accounts of line managers. Default: none; the text is kept as it is.</summary>
    /// <typeparam name="T">The host's directory.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseLineManagers<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, ILineManagerDirectory => builder.Use<ILineManagerDirectory, T>();

    /// <summary>Lists the products that a tenant has enabled. Default: those of <see cref="TenantSettings.Products"/>.</summary>
    /// <typeparam name="T">The host's catalogue.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseProducts<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IProductCatalog => builder.Use<IProductCatalog, T>();

    /// <summary>Says how many seats the plan of each tenant has. Default: none; seats are not counted.</summary>
    /// <typeparam name="T">The host's plan.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseSeatPlan<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, ISeatPlan => builder.Use<ISeatPlan, T>();

    /// <summary>Gives each tenant settings of its own. Default: <see cref="InvitationOptions.Defaults"/> for all.</summary>
    /// <typeparam name="T">The host's provider.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseTenantSettings<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, ITenantSettingsProvider => builder.Use<ITenantSettingsProvider, T>();

    /// <summary>Reads phone numbers. Default: a parser of the library's own with an embedded table.</summary>
    /// <typeparam name="T">The host's parser; one instance serves all.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UsePhoneNumberParser<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IPhoneNumberParser
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IPhoneNumberParser, T>());
        return builder;
    }

    /// <summary>Takes the keys from somewhere else than the options, such as a vault.</summary>
    /// <typeparam name="T">The host's source; one instance serves all.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseKeyRing<[DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where T : class, IKeyRingSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IKeyRingSource, T>());
        return builder;
    }

    /// <summary>Makes a key at start, for demos and tests: every link and code is dead after a restart, and other nodes know none of them. Says so in the log.</summary>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseEphemeralKeys(this InvitationsBuilder builder) => builder.UseKeyRing<EphemeralKeyRingSource>();

    private static InvitationsBuilder Use<TSeam, [DynamicallyAccessedMembers(Constructors)] T>(this InvitationsBuilder builder)
        where TSeam : class
        where T : class, TSeam
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Scoped<TSeam, T>());
        return builder;
    }
}
