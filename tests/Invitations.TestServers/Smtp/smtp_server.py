"""An SMTP server for tests: aiosmtpd, which refuses, stalls and hangs up where the recipient's address says so, and keeps what it gets as it came."""

import argparse
import asyncio
import json
import os
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

BEHAVIOUR = re.compile(r"^(?P<stage>rcpt|data)-(?P<what>[0-9]{3}|slow|drop)(?P<once>-once)?(?P<policy>-policy)?@")


class Session(SMTP):
    """Writes the lines of the dialogue down, numbered by connection."""

    connections = 0

    def connection_made(self, transport):
        # After STARTTLS the protocol is told of its transport once more.
        if not hasattr(self, "number"):
            Session.connections += 1
            self.number = Session.connections
            self.event_handler.note(self.number, "(connected)")
        super().connection_made(transport)

    def connection_lost(self, error):
        self.event_handler.note(self.number, "(closed)")
        super().connection_lost(error)

    async def smtp_AUTH(self, arg):
        # RFC 4954 has mechanisms in any case; the server knows them in capitals.
        mechanism, _, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(f"{mechanism.upper()} {rest}".strip())

    async def push(self, status):
        self.event_handler.note(self.number, f"S: {status if isinstance(status, str) else status.decode()}".rstrip())
        await super().push(status)


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.done = set()
        self.messages = 0
        self.dialogue = open(os.path.join(folder, "dialogue.log"), "a", encoding="utf-8", buffering=1)

    def note(self, connection, line):
        self.dialogue.write(f"{connection} {line}\n")

    def behaviour(self, address, stage):
        match = BEHAVIOUR.match(address)
        if match is None or match["stage"] != stage or (match["once"] and address in self.done):
            return None
        self.done.add(address)
        return match["what"] + (" policy" if match["policy"] else "")

    async def act(self, server, what):
        if what is None:
            return None
        if what == "slow":
            await asyncio.sleep(3600)
        if what == "drop":
            server.transport.abort()
            await asyncio.sleep(3600)
        if what == "421":
            asyncio.get_running_loop().call_later(0.05, server.transport.close)
            return "421 4.3.2 Closing now, user@private.example"
        code, _, policy = what.partition(" ")
        return f"{code} {code[0]}.{'7.1' if policy else '2.1'} Not for user@private.example"

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.note(server.number, f"C: EHLO {hostname}")
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.note(server.number, f"C: MAIL FROM:<{address}> {' '.join(options)}".rstrip())
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.note(server.number, f"C: RCPT TO:<{address}>")
        answer = await self.act(server, self.behaviour(address, "rcpt"))
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            answer = await self.act(server, self.behaviour(address, "data"))
            if answer is not None:
                return answer
        self.messages += 1
        name = os.path.join(self.folder, f"{self.messages:06d}")
        with open(f"{name}.eml", "wb") as message:
            message.write(envelope.original_content)
        meta = {
            "connection": server.number,
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "options": envelope.mail_options,
            "tls": session.ssl is not None,
            "authenticated": bool(session.authenticated),
        }
        with open(f"{name}.part", "w", encoding="utf-8") as envelope_file:
            json.dump(meta, envelope_file)
        os.rename(f"{name}.part", f"{name}.json")
        return f"250 2.0.0 Queued as {self.messages:06d}"


def tls_context(args):
    if not args.tls:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(args.folder, "tls.pem"))
    return context


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--idle", type=float, default=300)
    parser.add_argument("--no-smtputf8", action="store_true")
    args = parser.parse_args()

    def authenticate(server, session, envelope, mechanism, data):
        good = data.login.decode() == args.user and data.password.decode() == args.password
        handler.note(server.number, f"C: AUTH {mechanism} ({'right' if good else 'wrong'})")
        return AuthResult(success=good, handled=False)

    handler = Handler(args.folder)
    context = tls_context(args)

    def session():
        return Session(
            handler,
            hostname="mx.test",
            enable_SMTPUTF8=not args.no_smtputf8,
            timeout=args.idle,
            tls_context=context,
            require_starttls=args.tls,
            authenticator=authenticate if args.user else None,
            auth_required=args.user is not None,
            auth_require_tls=args.tls,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    # The pipe of the parent: when it ends, so does the server.
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
