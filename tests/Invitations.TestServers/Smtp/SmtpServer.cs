using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Invitations.TestServers;

/// <summary>
/// A real SMTP server, aiosmtpd of Debian's package <c>python3-aiosmtpd</c>, on a free port of 127.0.0.1. It keeps what it gets in a temporary folder as it
/// came, and goes, with its folder, when it is disposed of or when the process ends.
/// </summary>
/// <remarks>
/// The part before the @ of a recipient says how it behaves: <c>rcpt-550@…</c> is refused at RCPT, <c>data-451@…</c> after the message, <c>data-slow@…</c> gets
/// no answer, <c>data-drop@…</c> cuts the connection, <c>rcpt-421@…</c> closes it; with <c>-once</c> behind it only the first time, with <c>-policy</c> for reasons that lie with the sender.
/// </remarks>
public sealed class SmtpServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<string?> s_unavailable = new(Probe);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private SmtpServer(DirectoryInfo folder, Process process, int port, X509Certificate2? certificate)
    {
        _folder = folder;
        _process = process;
        Port = port;
        Certificate = certificate;
    }

    /// <summary>Why there is no server here, or null where there is one. A test that needs one skips with this text.</summary>
    public static string? Unavailable => s_unavailable.Value;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The certificate, for <c>localhost</c>, where the server has TLS.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The lines of the dialogue so far, each with the number of its connection.</summary>
    public IReadOnlyList<string> Dialogue => ReadLines(Path.Combine(_folder.FullName, "dialogue.log"));

    /// <summary>The messages that it has taken, in their order.</summary>
    public IReadOnlyList<SmtpMessage> Messages =>
        [.. _folder.EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => Read(file.FullName))];

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">There is none here, or it did not start; the message has what it wrote.</exception>
    public static async Task<SmtpServer> StartAsync(SmtpServerOptions options, CancellationToken cancellationToken)
    {
        if (Unavailable is not null)
            throw new InvalidOperationException(Unavailable);

        var folder = Directory.CreateTempSubdirectory("invitations-smtp-");
        var script = Path.Combine(folder.FullName, "smtp_server.py");
        await using (var source = typeof(SmtpServer).Assembly.GetManifestResourceStream("smtp_server.py")!)
        await using (var target = File.Create(script))
            await source.CopyToAsync(target, cancellationToken);
        var certificate = options.HasTls ? await WriteCertificateAsync(folder, cancellationToken) : null;
        var start = new ProcessStartInfo(Python, [script, .. Arguments(folder, options)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        if (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } port)
            return new(folder, process, int.Parse(port, CultureInfo.InvariantCulture), certificate);
        folder.Delete(recursive: true);
        throw new InvalidOperationException($"The SMTP server did not start.\n{await errors}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The server ends with its standard input, which the system closes too where this process is killed.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Certificate?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Arguments(DirectoryInfo folder, SmtpServerOptions options)
    {
        yield return folder.FullName;
        yield return "--idle";
        yield return options.IdleTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (options.HasTls)
            yield return "--tls";
        if (!options.TakesUtf8)
            yield return "--no-smtputf8";
        if (options.User is { } user)
        {
            yield return "--user";
            yield return user;
            yield return "--password";
            yield return options.Password ?? "";
        }
    }

    private static async Task<X509Certificate2> WriteCertificateAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tls.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n", cancellationToken);
        return certificate;
    }

    private static SmtpMessage Read(string envelope)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(envelope));
        var root = json.RootElement;
        return new()
        {
            Connection = root.GetProperty("connection").GetInt32(),
            From = root.GetProperty("from").GetString()!,
            To = [.. root.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
            IsEncrypted = root.GetProperty("tls").GetBoolean(),
            IsAuthenticated = root.GetProperty("authenticated").GetBoolean(),
            Raw = File.ReadAllText(Path.ChangeExtension(envelope, ".eml"), Encoding.Latin1),
        };
    }

    private static string[] ReadLines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];

    private static string? Probe()
    {
        if (!File.Exists(Python))
            return $"There is no {Python} to run an SMTP server with. ./test.sh installs it.";
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "aiosmtpd is not installed (package python3-aiosmtpd). ./test.sh installs it.";
    }
}
