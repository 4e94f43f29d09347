using System.Net.Mail;
using System.Text;

namespace Invitations;

/// <summary>The folder that messages are dropped into, one file each, named after the delivery: a second attempt writes the same file.</summary>
internal static class DropFolder
{
    public static async Task WriteAsync(FileDropOptions options, string name, string text, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Folder!);
        var part = Path.Combine(folder.FullName, $".{name}.{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(part, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
        File.Move(part, Path.Combine(folder.FullName, name), overwrite: true);
    }

    /// <summary>Writes an e-mail as it would be sent.</summary>
    public static async Task WriteAsync(FileDropOptions options, string name, MailMessage mail, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Folder!);
        var part = Directory.CreateDirectory(Path.Combine(folder.FullName, $".{name}.{Guid.NewGuid():N}"));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = part.FullName };
            if (!Ascii.IsValid(mail.To[0].User))
                client.DeliveryFormat = SmtpDeliveryFormat.International;
            await client.SendMailAsync(mail, cancellationToken).ConfigureAwait(false);
            part.EnumerateFiles().Single().MoveTo(Path.Combine(folder.FullName, name), overwrite: true);
        }
        finally
        {
            part.Delete(recursive: true);
        }
    }
}
