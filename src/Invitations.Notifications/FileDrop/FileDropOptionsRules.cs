using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>What is wrong with the options, every mistake with the line that fixes it.</summary>
internal sealed class FileDropOptionsRules(IHostEnvironment? environment = null) : IValidateOptions<FileDropOptions>
{
    public ValidateOptionsResult Validate(string? name, FileDropOptions options)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Folder))
            mistakes.Add("INV036: FileDropOptions.Folder is missing: AddFileDrop(o => o.Folder = \"mails\").");
        if (!EmailAddress.TryParse(options.From, out _))
            mistakes.Add("INV036: FileDropOptions.From is no e-mail address: AddFileDrop(o => o.From = \"no-reply@example.com\").");
        if (!options.AllowInProduction && environment?.IsProduction() is true)
            mistakes.Add("INV036: AddFileDrop sends nothing to anybody, and this host runs in Production. Call AddEmail and AddSms there; 'if (builder.Environment.IsDevelopment())' around AddFileDrop keeps it out.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
