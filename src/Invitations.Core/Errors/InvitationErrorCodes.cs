namespace Invitations;

/// <summary>The stable codes of all refusals. <c>docs/errors.md</c> explains each.</summary>
public static class InvitationErrorCodes
{
    // Recipient

    /// <summary>No recipient is named.</summary>
    public const string RecipientMissing = "recipient.missing";

    /// <summary>Somebody else than the invited person wants to accept.</summary>
    public const string RecipientMismatch = "recipient.mismatch";

    /// <summary>Somebody else than the invited person has to confirm that they accept with their own account.</summary>
    public const string RecipientConfirmationRequired = "recipient.confirmation_required";

    /// <summary>The person does not want to be invited.</summary>
    public const string RecipientSuppressed = "recipient.suppressed";

    /// <summary>The list of suppressed addresses has no such entry.</summary>
    public const string SuppressionUnknown = "suppression.unknown";

    /// <summary>The e-mail address cannot be read as exactly one mailbox.</summary>
    public const string EmailInvalid = "email.invalid";

    /// <summary>The domain of the e-mail address is denied, or is none of the allowed ones.</summary>
    public const string EmailDomainNotAllowed = "email.domain_not_allowed";

    /// <summary>The text is no phone number.</summary>
    public const string PhoneInvalid = "phone.invalid";

    /// <summary>The phone number is a national one, and nothing says of which country.</summary>
    public const string PhoneCountryCodeMissing = "phone.country_code_missing";

    /// <summary>A text message is asked for, and the phone number is no mobile one.</summary>
    public const string PhoneNotMobile = "phone.not_mobile";

    /// <summary>The value does not fit its kind of identifier.</summary>
    public const string IdentifierInvalid = "identifier.invalid";

    /// <summary>The tenant has no such kind of identifier.</summary>
    public const string IdentifierKindUnknown = "identifier.kind_unknown";

    /// <summary>The host knows no account with the user id.</summary>
    public const string UserUnknown = "user.unknown";

    // Values

    /// <summary>A text is longer than its limit.</summary>
    public const string TextTooLong = "text.too_long";

    /// <summary>A text has control characters, line breaks on a single line, or broken characters.</summary>
    public const string TextNotAllowed = "text.not_allowed";

    /// <summary>A name or a line carries a web or e-mail address.</summary>
    public const string TextCarriesUrl = "text.carries_url";

    /// <summary>A required value is missing.</summary>
    public const string ValueMissing = "value.missing";

    /// <summary>A value is neither true nor false.</summary>
    public const string ValueNotBoolean = "value.not_boolean";

    /// <summary>A value is no date.</summary>
    public const string ValueNotDate = "value.not_date";

    /// <summary>A value is no number.</summary>
    public const string ValueNotNumber = "value.not_number";

    /// <summary>A value is none of the choices of its field.</summary>
    public const string ValueNotChoice = "value.not_choice";

    /// <summary>The tenant has no such field.</summary>
    public const string FieldUnknown = "field.unknown";

    /// <summary>The language is no language tag, or none that the tenant invites in.</summary>
    public const string LanguageUnsupported = "language.unsupported";

    /// <summary>The lifetime asked for is zero, negative or too long.</summary>
    public const string LifetimeInvalid = "lifetime.invalid";

    /// <summary>The membership would end before it begins.</summary>
    public const string MembershipEndInvalid = "membership_end.invalid";

    /// <summary>The redirect after acceptance is neither a local path nor an address that the tenant has listed.</summary>
    public const string RedirectNotLocal = "redirect.not_local";

    /// <summary>The recipient has no address for the channel, or there is no such channel.</summary>
    public const string ChannelUnusable = "channel.unusable";

    /// <summary>No account is meant by what was written as the line manager.</summary>
    public const string LineManagerUnknown = "line_manager.unknown";

    /// <summary>Several accounts are meant by what was written as the line manager.</summary>
    public const string LineManagerAmbiguous = "line_manager.ambiguous";

    // Spreadsheets

    /// <summary>The file has no content.</summary>
    public const string FileEmpty = "file.empty";

    /// <summary>The file is damaged, incomplete or no spreadsheet.</summary>
    public const string FileUnreadable = "file.unreadable";

    /// <summary>The file is protected with a password.</summary>
    public const string FileEncrypted = "file.encrypted";

    /// <summary>The text file is written in another encoding than UTF-8 or marked UTF-16.</summary>
    public const string FileEncoding = "file.encoding";

    /// <summary>The file is of another kind than the ones that are read.</summary>
    public const string FileFormatUnsupported = "file.format_unsupported";

    /// <summary>The file has more of something than its limits allow.</summary>
    public const string FileTooLarge = "file.too_large";

    /// <summary>The file has no visible sheet of that name.</summary>
    public const string SheetUnknown = "sheet.unknown";

    /// <summary>The file lacks a column that it must have.</summary>
    public const string ColumnMissing = "column.missing";

    /// <summary>The header of a column says nothing that is known.</summary>
    public const string ColumnUnknown = "column.unknown";

    /// <summary>Two columns fill the same field.</summary>
    public const string ColumnDuplicate = "column.duplicate";

    /// <summary>The cell has a formula, and formulas are refused.</summary>
    public const string CellFormula = "cell.formula";

    /// <summary>The cell has a formula without a calculated value.</summary>
    public const string CellNotCalculated = "cell.not_calculated";

    /// <summary>The formula of the cell has failed.</summary>
    public const string CellFailed = "cell.failed";

    /// <summary>The text of the cell is longer than a cell can be.</summary>
    public const string CellTooLong = "cell.too_long";

    /// <summary>A number was written in powers of ten, and has lost digits.</summary>
    public const string NumberShortened = "number.shortened";

    /// <summary>A column of numbers should be text: zeros and plus signs at the front are lost.</summary>
    public const string NumberZerosLost = "number.zeros_lost";

    /// <summary>The file was made from an earlier template.</summary>
    public const string TemplateOutdated = "template.outdated";

    /// <summary>There are more problems than are listed.</summary>
    public const string ProblemsTooMany = "problems.too_many";

    // What exists already

    /// <summary>The person is a member of the tenant already.</summary>
    public const string AccountExists = "account.exists";

    /// <summary>Somebody signs up for an address that has an account.</summary>
    public const string AccountSignInFirst = "account.sign_in_first";

    /// <summary>The person has an open invitation already.</summary>
    public const string InvitationAlreadyPending = "invitation.already_pending";

    /// <summary>Another account, or another open invitation, has the employee id.</summary>
    public const string EmployeeIdInUse = "employee_id.in_use";

    /// <summary>An earlier row of the same list has the same address.</summary>
    public const string RowDuplicate = "row.duplicate";

    // Authority and grant

    /// <summary>The inviter may not do this in the tenant.</summary>
    public const string InviterNotPermitted = "inviter.not_permitted";

    /// <summary>The inviter is no member of the tenant, or no longer one.</summary>
    public const string InviterUnknown = "inviter.unknown";

    /// <summary>The tenant has no such group.</summary>
    public const string GroupUnknown = "group.unknown";

    /// <summary>A group admin invites into no group, which would be the whole tenant.</summary>
    public const string GroupRequired = "group.required";

    /// <summary>The group is out of the reach of the inviter.</summary>
    public const string GroupNotPermitted = "group.not_permitted";

    /// <summary>The tenant has no such role.</summary>
    public const string RoleUnknown = "role.unknown";

    /// <summary>The role is more than the inviter may grant.</summary>
    public const string RoleNotPermitted = "role.not_permitted";

    /// <summary>Members, or guests, are not for this inviter to invite.</summary>
    public const string KindNotPermitted = "kind.not_permitted";

    /// <summary>The product is not enabled for the tenant.</summary>
    public const string ProductNotEnabled = "product.not_enabled";

    /// <summary>The tenant has no guests.</summary>
    public const string GuestNotAllowed = "guest.not_allowed";

    /// <summary>A guest is invited into no group.</summary>
    public const string GuestGroupRequired = "guest.group_required";

    /// <summary>What the inviter asks for takes effect at once, and somebody must approve it first.</summary>
    public const string ApprovalRequired = "approval.required";

    /// <summary>The actor may not approve the invitations of others.</summary>
    public const string ApprovalNotPermitted = "approval.not_permitted";

    /// <summary>The actor is the one who asked.</summary>
    public const string ApprovalOwnRequest = "approval.own_request";

    /// <summary>The invitation awaits nobody's approval.</summary>
    public const string ApprovalNotAwaited = "approval.not_awaited";

    /// <summary>Nobody is there to take over the invitations of somebody who left.</summary>
    public const string SuccessorMissing = "successor.missing";

    /// <summary>The tenant takes no requests to join, or none from this address.</summary>
    public const string JoinNotAvailable = "join.not_available";

    /// <summary>The budget of requests to join is used up.</summary>
    public const string JoinTooManyAttempts = "join.too_many_attempts";

    /// <summary>A policy left a row without an answer.</summary>
    public const string PolicyNoAnswer = "policy.no_answer";

    // Rates and sizes

    /// <summary>The invitation was issued too short a while ago to be issued again.</summary>
    public const string ReinviteTooSoon = "reinvite.too_soon";

    /// <summary>The plan of the tenant has no seat left.</summary>
    public const string SeatsExceeded = "seats.exceeded";

    /// <summary>As many messages as a quota allows were sent in its window.</summary>
    public const string QuotaExceeded = "quota.exceeded";

    /// <summary>As many invitations are open as may be at once.</summary>
    public const string QuotaOpenExceeded = "quota.open_exceeded";

    /// <summary>The list has no rows.</summary>
    public const string BatchEmpty = "batch.empty";

    /// <summary>The list has more rows than allowed.</summary>
    public const string BatchTooLarge = "batch.too_large";

    /// <summary>An all-or-nothing list has wrong rows.</summary>
    public const string BatchRefused = "batch.refused";

    /// <summary>There is no such batch, or none that the actor may see.</summary>
    public const string BatchUnknown = "batch.unknown";

    /// <summary>The batch is being sent just now.</summary>
    public const string BatchBeingSent = "batch.being_sent";

    /// <summary>Sending the batch was stopped before its end.</summary>
    public const string BatchStopped = "batch.stopped";

    /// <summary>No row of the batch waits to be sent.</summary>
    public const string BatchNothingWaits = "batch.nothing_waits";

    /// <summary>Something of the batch was sent already.</summary>
    public const string BatchAlreadySent = "batch.already_sent";

    /// <summary>The batch was withdrawn.</summary>
    public const string BatchWithdrawn = "batch.withdrawn";

    /// <summary>Somebody else has changed the batch in the meantime.</summary>
    public const string BatchChanged = "batch.changed";

    /// <summary>The idempotency key was used with other content.</summary>
    public const string IdempotencyConflict = "idempotency.conflict";

    // Tokens, codes, acceptance

    /// <summary>The token is none of this application: mangled, forged, for another purpose, or of a retired key.</summary>
    public const string TokenInvalid = "token.invalid";

    /// <summary>The invitation was issued again since; a newer token is valid.</summary>
    public const string TokenSuperseded = "token.superseded";

    /// <summary>The code is mistyped, or opens nothing.</summary>
    public const string CodeInvalid = "code.invalid";

    /// <summary>The caller has used up the budget of wrong codes, or this very code was tried too often.</summary>
    public const string CodeTooManyAttempts = "code.too_many_attempts";

    /// <summary>Codes cannot be looked up here.</summary>
    public const string CodeUnavailable = "code.unavailable";

    /// <summary>The code of the invitation cannot be shown any more, because its key is retired.</summary>
    public const string CodeKeyRetired = "code.key_retired";

    /// <summary>The tenant has no such invitation, or not one that the actor may see.</summary>
    public const string InvitationUnknown = "invitation.unknown";

    /// <summary>The one answer that strangers get, whatever the reason.</summary>
    public const string InvitationUnavailable = "invitation.unavailable";

    /// <summary>The status of the invitation does not allow the step.</summary>
    public const string InvitationNotOpen = "invitation.not_open";

    /// <summary>The invitation has expired.</summary>
    public const string InvitationExpired = "invitation.expired";

    /// <summary>The address has an open invitation, and registers by accepting it.</summary>
    public const string RegistrationInvitationRequired = "registration.invitation_required";

    /// <summary>The tenant does not let the person join by themselves.</summary>
    public const string RegistrationNotAllowed = "registration.not_allowed";

    /// <summary>The address was registered a moment ago.</summary>
    public const string RegistrationTooSoon = "registration.too_soon";

    /// <summary>The one answer to whoever types an address into a sign-up form.</summary>
    public const string RegistrationSeeMailbox = "registration.see_mailbox";

    /// <summary>The tenant does not let people ask for a new link.</summary>
    public const string NewLinkNotAvailable = "new_link.not_available";

    /// <summary>The link has not expired.</summary>
    public const string NewLinkNotNeeded = "new_link.not_needed";

    /// <summary>A new link was asked for a short while ago.</summary>
    public const string NewLinkTooSoon = "new_link.too_soon";

    /// <summary>The invitation was taken back.</summary>
    public const string InvitationRevoked = "invitation.revoked";

    /// <summary>The invited person has declined.</summary>
    public const string InvitationDeclined = "invitation.declined";

    /// <summary>Somebody has accepted the invitation already.</summary>
    public const string InvitationAlreadyAccepted = "invitation.already_accepted";

    /// <summary>The invitation changed between reading and writing; nothing was written.</summary>
    public const string InvitationChanged = "invitation.changed";

    // Links for many people

    /// <summary>The tenant has no such link, or not one that the actor may see.</summary>
    public const string LinkUnknown = "link.unknown";

    /// <summary>The link changed between reading and writing; nothing was written.</summary>
    public const string LinkChanged = "link.changed";

    /// <summary>The link is turned off.</summary>
    public const string LinkInactive = "link.inactive";

    /// <summary>The link has expired, or what it gives has ended.</summary>
    public const string LinkExpired = "link.expired";

    /// <summary>As many people have joined by the link as it lets in.</summary>
    public const string LinkExhausted = "link.exhausted";

    /// <summary>The tenant has no links for many people.</summary>
    public const string LinkNotAllowed = "link.not_allowed";

    /// <summary>The cap of a link is missing, zero, negative, or higher than the tenant's.</summary>
    public const string LinkUseLimitInvalid = "link.use_limit_invalid";

    /// <summary>The link is for people of other e-mail domains.</summary>
    public const string LinkDomainNotAllowed = "link.domain_not_allowed";

    /// <summary>A text is no e-mail domain.</summary>
    public const string DomainInvalid = "domain.invalid";

    /// <summary>Only what has ended, and drafts, can be deleted.</summary>
    public const string InvitationStillOpen = "invitation.still_open";

    /// <summary>The person of an expired invitation has been forgotten, so it cannot be issued again.</summary>
    public const string InvitationAnonymized = "invitation.anonymized";

    /// <summary>The cursor of the page is mangled, or belongs to another list.</summary>
    public const string CursorInvalid = "cursor.invalid";
}
