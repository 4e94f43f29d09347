namespace Invitations;

/// <summary>Finds every mistake in settings at once.</summary>
internal static class TenantSettingsRules
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(30);

    public static IEnumerable<string> Mistakes(TenantSettings? settings)
    {
        var missing = Missing(settings).ToList();
        return missing.Count > 0 ? missing : MistakesIn(settings!);
    }

    /// <summary>Settings that were read from JSON or a database can lack what the types say is there.</summary>
    private static IEnumerable<string> Missing(TenantSettings? settings)
    {
        if (settings is null)
            return ["The settings are null; give TenantSettingsContext.Defaults where a tenant has none of its own."];

        (string Name, object? Value)[] parts =
        [
            ("Expiry", settings.Expiry),
            ("Expiry.Channels", settings.Expiry?.Channels),
            ("Reinvite", settings.Reinvite),
            ("Reminders", settings.Reminders),
            ("Reminders.After", settings.Reminders?.After),
            ("Reminders.Ratios", settings.Reminders?.Ratios),
            ("FallbackChannels", settings.FallbackChannels),
            ("Notices", settings.Notices),
            ("Retention", settings.Retention),
            ("Authority", settings.Authority),
            ("Authority.GroupAdminRoles", settings.Authority is null ? null : settings.Authority.GroupAdminRoles ?? []),
            ("Authority.MemberRoles", settings.Authority is null ? null : settings.Authority.MemberRoles ?? []),
            ("Approval", settings.Approval),
            ("JoinRequests", settings.JoinRequests),
            ("JoinRequests.Domains", settings.JoinRequests?.Domains),
            ("JoinRequests.Roles", settings.JoinRequests?.Roles),
            ("JoinRequests.Groups", settings.JoinRequests?.Groups),
            ("JoinRequests.Products", settings.JoinRequests?.Products),
            ("Domains", settings.Domains),
            ("Domains.Allowed", settings.Domains?.Allowed),
            ("Domains.Denied", settings.Domains?.Denied),
            ("Guests", settings.Guests),
            ("Links", settings.Links),
            ("Acceptance", settings.Acceptance),
            ("Roles", settings.Roles),
            ("AdminRole", settings.AdminRole),
            ("Groups", settings.Groups),
            ("Products", settings.Products),
            ("Languages", settings.Languages),
            ("Fields", settings.Fields),
            ("IdentifierKinds", settings.IdentifierKinds),
            ("Quotas", settings.Quotas),
            ("Quotas.Inviter", settings.Quotas?.Inviter),
            ("Quotas.Tenant", settings.Quotas?.Tenant),
            ("Quotas.ExemptSystems", settings.Quotas?.ExemptSystems),
            ("RedirectTargets", settings.RedirectTargets),
            ("DynamicGroups", settings.DynamicGroups),
            ("LateComers", settings.LateComers),
            ("Registration", settings.Registration),
            ("Registration.Domains", settings.Registration?.Domains),
            ("Registration.Roles", settings.Registration?.Roles),
            ("Registration.Groups", settings.Registration?.Groups),
            ("Registration.Products", settings.Registration?.Products),
        ];
        return parts
            .Where(part => part.Value is null || (part.Value is System.Collections.IEnumerable items && items.Cast<object?>().Any(item => item is null)))
            .Select(part => $"{part.Name} must not be null or have null in it.");
    }

    private static IEnumerable<string> MistakesIn(TenantSettings settings)
    {
        foreach (var mistake in LifetimeMistakes(settings))
            yield return mistake;
        if (settings.Reinvite.Cooldown < TimeSpan.Zero || settings.Reinvite.Cooldown > ExpirySettings.Longest)
            yield return $"Reinvite.Cooldown must be zero, which means no limit, to {ExpirySettings.Longest.TotalDays} days, was {settings.Reinvite.Cooldown}.";
        foreach (var delay in settings.Reminders.After.Where(delay => delay <= TimeSpan.Zero || delay > ExpirySettings.Longest))
            yield return $"Reminders.After has {delay}; it must be longer than zero and at most {ExpirySettings.Longest.TotalDays} days.";
        foreach (var ratio in settings.Reminders.Ratios.Where(ratio => ratio is not (> 0 and < 1)))
            yield return $"Reminders.Ratios has {ratio}; it must be between 0 and 1.";
        if (settings.Reminders.QuietHours is { } quiet)
        {
            if (quiet.From == quiet.Until)
                yield return $"Reminders.QuietHours are from {quiet.From} until {quiet.Until}, which is no time or always; null means none.";
            if (quiet.TimeZone is null || !QuietHours.IsZone(quiet.TimeZone))
                yield return $"Reminders.QuietHours.TimeZone '{quiet.TimeZone}' is no time zone that this machine knows, such as 'Europe/Brussels'.";
            if (quiet.TimeZoneField is { } field && !settings.Fields.Any(it => string.Equals(it.Key, field, StringComparison.Ordinal)))
                yield return $"Reminders.QuietHours.TimeZoneField '{field}' is not in Fields.";
        }

        foreach (var duplicate in Duplicates(settings.FallbackChannels))
            yield return $"FallbackChannels has '{duplicate}' twice; each channel is tried once.";
        (string Name, TimeSpan? Value)[] periods =
        [
            ("Retention.NeverJoined", settings.Retention.NeverJoined),
            ("Retention.Joined", settings.Retention.Joined),
            ("Retention.Deliveries", settings.Retention.Deliveries),
            ("Retention.Unsent", settings.Retention.Unsent),
        ];
        foreach (var (period, value) in periods.Where(period => period.Value <= TimeSpan.Zero))
            yield return $"{period} must be longer than zero, was {value}; null keeps for ever.";
        if (settings.BatchSize < 1)
            yield return $"BatchSize must be 1 or more, was {settings.BatchSize}; there is no 'unlimited'.";
        if (settings.Links.MostUses < 1)
            yield return $"Links.MostUses must be 1 or more, or null for no cap, was {settings.Links.MostUses}.";
        if (settings.MaxMessageLength < 1)
            yield return $"MaxMessageLength must be 1 or more, was {settings.MaxMessageLength}.";
        foreach (var mistake in DomainMistakes("Domains", settings.Domains.Allowed.Concat(settings.Domains.Denied)))
            yield return mistake;
        if (settings.Authority.Successor is { } successor && string.IsNullOrWhiteSpace(successor))
            yield return "Authority.Successor must be the id of a user, or null where nobody is named.";
        foreach (var mistake in JoinRequestMistakes(settings.JoinRequests))
            yield return mistake;

        foreach (var language in settings.Languages)
        {
            if (!LanguageTag.TryParse(language, out _))
                yield return $"Languages has '{language}', which is no BCP 47 tag such as 'nl' or 'nl-BE'.";
        }

        if (settings.PhoneRegion is { } region && (NumberingPlanTable.World.OfRegion(region) is null))
            yield return $"PhoneRegion '{region}' is no ISO 3166-1 alpha-2 region with phone numbers, such as 'GB'.";
        foreach (var target in settings.RedirectTargets.Where(target => !RedirectTarget.CanBeListed(target)))
            yield return $"RedirectTargets has '{target}', which is no absolute https address; local paths need not be listed.";
        if (settings.LateComers.Cooldown <= TimeSpan.Zero || settings.LateComers.Cooldown > ExpirySettings.Longest)
            yield return $"LateComers.Cooldown must be longer than zero and at most {ExpirySettings.Longest.TotalDays} days, was {settings.LateComers.Cooldown}.";
        foreach (var mistake in settings.DynamicGroups.SelectMany(rule => DynamicGroupMistakes(rule, settings)))
            yield return mistake;
        foreach (var mistake in RegistrationMistakes(settings.Registration))
            yield return mistake;
        foreach (var duplicate in Duplicates(settings.Roles))
            yield return $"Roles has '{duplicate}' twice; the order of the list is the order of the roles.";
        if (string.IsNullOrWhiteSpace(settings.AdminRole))
            yield return "AdminRole must not be blank; it is the role that Invite.Admin adds.";
        foreach (var duplicate in Duplicates(settings.Groups.Select(group => group.Id)))
            yield return $"Groups has the id '{duplicate}' twice.";
        foreach (var mistake in FieldMistakes(settings))
            yield return mistake;
        foreach (var mistake in QuotaMistakes.In(settings.Quotas))
            yield return mistake;
    }

    private static IEnumerable<string> DomainMistakes(string name, IEnumerable<string> domains)
    {
        foreach (var domain in domains)
        {
            if (!EmailDomainPattern.TryParse(domain, out _, out var problem))
                yield return $"{name} has '{domain}', which is no domain ({problem}); write 'example.com' or '*.example.com'.";
        }
    }

    private static IEnumerable<string> JoinRequestMistakes(JoinRequestSettings settings)
    {
        foreach (var mistake in DomainMistakes("JoinRequests.Domains", settings.Domains))
            yield return mistake;
        if (settings.AttemptsPerCaller < 1)
            yield return $"JoinRequests.AttemptsPerCaller must be 1 or more, was {settings.AttemptsPerCaller}; there is no 'unlimited'.";
        if (settings.AttemptsPerTenant < 1)
            yield return $"JoinRequests.AttemptsPerTenant must be 1 or more, was {settings.AttemptsPerTenant}; there is no 'unlimited'.";
        if (settings.Window <= TimeSpan.Zero || settings.Window > LongestWindow)
            yield return $"JoinRequests.Window must be longer than zero and at most {LongestWindow.TotalDays} days, was {settings.Window}.";
    }

    private static IEnumerable<string> LifetimeMistakes(TenantSettings settings)
    {
        var expiry = settings.Expiry;
        (string Name, TimeSpan? Value)[] lifetimes =
        [
            ("Expiry.Member", expiry.Member),
            ("Expiry.Guest", expiry.Guest),
            ("Expiry.Link", expiry.Link),
            ("Expiry.Most", expiry.Most),
            ("Approval.Lifetime", settings.Approval.Lifetime),
            .. expiry.Channels.Select(channel => ($"Expiry.Channels[\"{channel.Key}\"]", (TimeSpan?)channel.Value)),
        ];
        foreach (var (name, value) in lifetimes)
        {
            if (value <= TimeSpan.Zero || value > ExpirySettings.Longest)
                yield return $"{name} must be longer than zero and at most {ExpirySettings.Longest.TotalDays} days, was {value}.";
        }
    }

    private static IEnumerable<string> DynamicGroupMistakes(DynamicGroupRule rule, TenantSettings settings)
    {
        if (string.IsNullOrWhiteSpace(rule.Group))
            yield return "DynamicGroups has a rule that names no group.";
        if (rule.Conditions is null or { Count: 0 } || rule.Conditions.Any(condition => condition is null or { IsOneOf: null }))
        {
            yield return $"DynamicGroups has a rule for '{rule.Group}' without conditions; it would add everybody.";
            yield break;
        }

        foreach (var condition in rule.Conditions)
        {
            if (!DynamicGroupCondition.IsBuiltIn(condition.Field) && !settings.Fields.Any(field => string.Equals(field.Key, condition.Field, StringComparison.Ordinal)))
                yield return $"DynamicGroups has a rule for '{rule.Group}' about '{condition.Field}', which is no field of a profile and not in Fields.";
            if (condition.From > condition.Until)
                yield return $"DynamicGroups has a rule for '{rule.Group}' from {condition.From:yyyy-MM-dd} until {condition.Until:yyyy-MM-dd}, which is never.";
        }
    }

    private static IEnumerable<string> RegistrationMistakes(RegistrationSettings registration)
    {
        foreach (var domain in registration.Domains)
        {
            if (!EmailDomainPattern.TryParse(domain, out _, out var problem))
                yield return $"Registration.Domains has '{domain}', which is no domain ({problem}); write 'example.com' or '*.example.com'.";
        }

        if (registration is { SelfRegistration: SelfRegistration.Domains, Domains.Count: 0 })
            yield return "Registration.Domains is empty, so nobody could register; name the domains, or set SelfRegistration to Closed.";
        if (registration.MembershipLasts <= TimeSpan.Zero)
            yield return $"Registration.MembershipLasts must be longer than zero, was {registration.MembershipLasts}; null means that it does not end.";
    }

    private static IEnumerable<string> FieldMistakes(TenantSettings settings)
    {
        foreach (var field in settings.Fields.Where(field => !IdentifierKinds.IsKind(field.Key)))
            yield return $"Fields has the key '{field.Key}'; a key has lower-case letters, digits and underscores, a letter first.";
        foreach (var kind in settings.IdentifierKinds.Where(kind => !IdentifierKinds.IsKind(kind)))
            yield return $"IdentifierKinds has '{kind}'; a kind has lower-case letters, digits and underscores, a letter first.";
        foreach (var duplicate in Duplicates(settings.Fields.Select(field => field.Key)))
            yield return $"Fields has the key '{duplicate}' twice.";
        foreach (var field in settings.Fields.Where(field => field.MaxLength is < 1 or > FieldDefinition.LongestValue))
            yield return $"Fields has '{field.Key}' with MaxLength {field.MaxLength}; it must be 1 to {FieldDefinition.LongestValue}.";
    }

    private static IEnumerable<string> Duplicates(IEnumerable<string> texts) =>
        texts.GroupBy(text => text, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
