#!/usr/bin/env python3
"""Writes known-answers.properties, the sealed passwords that every release must open (check S19).

Uses only the Python standard library and the openssl command line, no line of Loupe and no Tink:

    python3 make-known-answers.py > known-answers.properties

Keys and IVs are SHA-256 of fixed words, so that everybody gets the same file.
"""
import base64
import hashlib
import hmac
import struct
import subprocess


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def number(field, value):
    return varint(field << 3) + varint(value)


def chunk(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def keyset(key_id, aes, mac):
    ctr = chunk(2, number(1, 16)) + chunk(3, aes)
    hmac_key = chunk(2, number(1, 3) + number(2, 32)) + chunk(3, mac)
    value = chunk(2, ctr) + chunk(3, hmac_key)
    url = b"type.googleapis.com/google.crypto.tink.AesCtrHmacAeadKey"
    data = chunk(1, url) + chunk(2, value) + number(3, 1)
    return number(1, key_id) + chunk(2, chunk(1, data) + number(2, 1) + number(3, key_id) + number(4, 1))


def associated(fields):
    out = b"inv-vault/1"
    for field in fields:
        raw = field.encode()
        out += struct.pack(">I", len(raw)) + raw
    return out


def seal(key_id, aes, mac, iv, password, fields):
    raw = password.encode()
    block = (struct.pack(">H", len(raw)) + raw).ljust(256, b"\0")
    body = subprocess.run(["openssl", "enc", "-aes-128-ctr", "-K", aes.hex(), "-iv", iv.hex(), "-nopad"],
                          input=block, capture_output=True, check=True).stdout
    aad = associated(fields)
    tag = hmac.new(mac, aad + iv + body + struct.pack(">Q", len(aad) * 8), hashlib.sha256).digest()
    blob = b"\1" + struct.pack(">I", key_id) + iv + body + tag
    return base64.urlsafe_b64encode(blob).rstrip(b"=").decode()


def derived(word, size):
    return hashlib.sha256(word.encode()).digest()[:size]


KEY_ID = 0x1A2B3C4D
AES, MAC = derived("loupe known answer aes", 16), derived("loupe known answer hmac", 32)
ROWS = [
    ("00000001", "https://erp.acme.com", "acme", "bot@acme.example", "a"),
    ("00000002", "https://acme.odoo.com", "acme", "Zoë", "Grüße, 世界 🔑"),
    ("00000003", "https://erp.acme.com:8443/sub", "", "x", "p" * 254),
    ("zyxwvt98", "https://[::1]:8069", "db with spaces", "user", "\"quotes\" and \\ and \t"),
]
print("# Made by make-known-answers.py (see there); the release that cannot open these must not be released.")
print("install=install-known")
print("user=user-known")
print("keyset=" + base64.b64encode(keyset(KEY_ID, AES, MAC)).decode())
print("rows=%d" % len(ROWS))
for at, (cid, url, database, username, password) in enumerate(ROWS):
    fields = ["install-known", cid, "user-known", url, database, username]
    sealed = seal(KEY_ID, AES, MAC, derived("iv %d" % at, 16), password, fields)
    for name, value in (("id", cid), ("url", url), ("database", database), ("username", username),
                        ("password-utf8-hex", password.encode().hex()), ("sealed", sealed)):
        print("%d.%s=%s" % (at, name, value.replace("\\", "\\\\")))
