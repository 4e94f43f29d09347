namespace Invitations;

/// <summary>Where messages are written to, instead of being sent. Checked when the host starts.</summary>
public sealed class FileDropOptions
{
    /// <summary>The folder; it is made where it is missing. Required. Whoever can read it can use the links in it.</summary>
    public string? Folder { get; set; }

    /// <summary>The address that e-mails come from. The default value is <c>no-reply@localhost.localdomain</c>.</summary>
    public string From { get; set; } = "no-reply@localhost.localdomain";

    /// <summary>Whether a host in the environment <c>Production</c> starts with it. The default value is <see langword="false"/>: nobody would get a message.</summary>
    public bool AllowInProduction { get; set; }
}
