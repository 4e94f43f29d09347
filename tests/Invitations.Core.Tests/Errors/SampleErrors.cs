namespace Invitations.Tests.Errors;

/// <summary>An error of every code with all of its arguments, as the library makes them.</summary>
internal static class SampleErrors
{
    public static readonly DateTimeOffset Instant = new(2026, 11, 22, 14, 5, 0, TimeSpan.Zero);

    public static InvitationError Of(string code) => All[code];

    public static readonly IReadOnlyDictionary<string, InvitationError> All = new InvitationError[]
    {
        new(InvitationErrorCodes.RecipientMissing),
        new(InvitationErrorCodes.RecipientMismatch),
        new(InvitationErrorCodes.RecipientConfirmationRequired),
        new(InvitationErrorCodes.RecipientSuppressed, "email"),
        new(InvitationErrorCodes.SuppressionUnknown),
        new(InvitationErrorCodes.EmailInvalid, "email"),
        With(InvitationErrorCodes.EmailDomainNotAllowed, "email", ("domain", "example.org")),
        new(InvitationErrorCodes.PhoneInvalid, "phone"),
        new(InvitationErrorCodes.PhoneCountryCodeMissing, "phone"),
        new(InvitationErrorCodes.PhoneNotMobile, "phone"),
        With(InvitationErrorCodes.IdentifierInvalid, "identifier", ("kind", "birthday")),
        With(InvitationErrorCodes.IdentifierKindUnknown, "identifier", ("kind", "badge")),
        new(InvitationErrorCodes.UserUnknown),

        With(InvitationErrorCodes.TextTooLong, "job_title", ("limit", 200)),
        new(InvitationErrorCodes.TextNotAllowed, "department"),
        new(InvitationErrorCodes.TextCarriesUrl, "first_name"),
        new(InvitationErrorCodes.ValueMissing, "last_name"),
        new(InvitationErrorCodes.ValueNotBoolean, "driving_licence"),
        new(InvitationErrorCodes.ValueNotDate, "start_date"),
        new(InvitationErrorCodes.ValueNotNumber, "hours_a_week"),
        With(InvitationErrorCodes.ValueNotChoice, "shift", ("choices", new[] { "early", "late", "night" })),
        With(InvitationErrorCodes.FieldUnknown, "shoe_size", ("field", "shoe_size")),
        With(InvitationErrorCodes.LanguageUnsupported, "language", ("language", "tlh"), ("supported", new[] { "en", "nl-BE" })),
        With(InvitationErrorCodes.LifetimeInvalid, "lifetime", ("longest", TimeSpan.FromDays(7))),
        new(InvitationErrorCodes.MembershipEndInvalid, "membership_ends_at"),
        new(InvitationErrorCodes.RedirectNotLocal, "redirect_path"),
        With(InvitationErrorCodes.ChannelUnusable, null, ("channel", "sms")),

        With(InvitationErrorCodes.LineManagerUnknown, "line_manager", ("manager", "Grace Hopper")),
        With(InvitationErrorCodes.LineManagerAmbiguous, "line_manager", ("manager", "Grace Hopper")),
        new(InvitationErrorCodes.AccountExists, "email"),
        new(InvitationErrorCodes.AccountSignInFirst),
        With(InvitationErrorCodes.InvitationAlreadyPending, "email", ("since", Instant)),
        With(InvitationErrorCodes.EmployeeIdInUse, "employee_id", ("employeeId", "E-1042")),
        With(InvitationErrorCodes.RowDuplicate, "email", ("row", 12)),

        new(InvitationErrorCodes.InviterNotPermitted),
        new(InvitationErrorCodes.InviterUnknown),
        With(InvitationErrorCodes.GroupUnknown, "groups", ("group", "Desing")),
        new(InvitationErrorCodes.GroupRequired, "groups"),
        With(InvitationErrorCodes.GroupNotPermitted, "groups", ("group", "Board")),
        With(InvitationErrorCodes.RoleUnknown, "roles", ("role", "owner")),
        With(InvitationErrorCodes.RoleNotPermitted, "roles", ("role", "admin")),
        With(InvitationErrorCodes.ProductNotEnabled, "products", ("product", "payroll")),
        new(InvitationErrorCodes.GuestNotAllowed),
        new(InvitationErrorCodes.GuestGroupRequired, "groups"),
        new(InvitationErrorCodes.PolicyNoAnswer),

        With(InvitationErrorCodes.ReinviteTooSoon, null, ("retryAt", Instant)),
        With(InvitationErrorCodes.SeatsExceeded, null, ("seat", "member"), ("count", 19), ("limit", 20)),
        With(
            InvitationErrorCodes.QuotaExceeded, "email",
            ("rule", "recipient"), ("count", 5), ("limit", 5), ("window", TimeSpan.FromDays(1)), ("retryAt", Instant)),
        With(InvitationErrorCodes.QuotaOpenExceeded, null, ("rule", "inviter"), ("count", 100), ("limit", 100)),
        new(InvitationErrorCodes.BatchEmpty),
        With(InvitationErrorCodes.BatchTooLarge, null, ("limit", 500), ("count", 1234)),
        With(InvitationErrorCodes.BatchRefused, null, ("refused", 3)),
        With(InvitationErrorCodes.IdempotencyConflict, "idempotency_key", ("key", "import-7")),

        new(InvitationErrorCodes.TokenInvalid),
        new(InvitationErrorCodes.TokenSuperseded),
        new(InvitationErrorCodes.CodeInvalid),
        With(InvitationErrorCodes.CodeTooManyAttempts, null, ("retryAt", Instant)),
        new(InvitationErrorCodes.CodeUnavailable),
        new(InvitationErrorCodes.CodeKeyRetired),
        new(InvitationErrorCodes.InvitationUnknown),
        new(InvitationErrorCodes.InvitationUnavailable),
        new(InvitationErrorCodes.InvitationNotOpen),
        With(InvitationErrorCodes.InvitationExpired, null, ("since", Instant)),
        new(InvitationErrorCodes.RegistrationInvitationRequired),
        new(InvitationErrorCodes.RegistrationNotAllowed),
        With(InvitationErrorCodes.RegistrationTooSoon, null, ("retryAt", Instant)),
        new(InvitationErrorCodes.RegistrationSeeMailbox),
        new(InvitationErrorCodes.NewLinkNotAvailable),
        new(InvitationErrorCodes.NewLinkNotNeeded),
        With(InvitationErrorCodes.NewLinkTooSoon, null, ("retryAt", Instant)),
        new(InvitationErrorCodes.InvitationRevoked),
        new(InvitationErrorCodes.InvitationDeclined),
        new(InvitationErrorCodes.InvitationAlreadyAccepted),
        new(InvitationErrorCodes.InvitationChanged),
        new(InvitationErrorCodes.LinkUnknown),
        new(InvitationErrorCodes.LinkChanged),
        new(InvitationErrorCodes.LinkInactive),
        With(InvitationErrorCodes.LinkExpired, null, ("since", Instant)),
        new(InvitationErrorCodes.LinkExhausted),
        new(InvitationErrorCodes.LinkNotAllowed),
        With(InvitationErrorCodes.LinkUseLimitInvalid, "use_limit", ("limit", 100)),
        With(InvitationErrorCodes.LinkDomainNotAllowed, null, ("domains", new[] { "example.com", "*.example.org" })),
        With(InvitationErrorCodes.DomainInvalid, "domains", ("domain", "example")),
        new(InvitationErrorCodes.CursorInvalid),
    }.ToDictionary(error => error.Code);

    public static InvitationError With(string code, string? field, params (string Name, object Value)[] arguments) =>
        new(code, field) { Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value) };
}
