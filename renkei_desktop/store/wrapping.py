"""How a slot is made and opened: a secret that a clerk knows, and the database key behind it.

The secret gives, by Argon2id, an X25519 key pair; the database key is wrapped to the public half.
So a slot can be made anew for another database key without knowing the secret.
"""

from __future__ import annotations

import json
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from renkei_desktop.store.cost import KdfCost
from renkei_desktop.store.slot import Slot

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


class WrongSecret(Exception):
    """The secret does not belong to this slot."""


class DamagedSlot(Exception):
    """The secret is right, but what it should open was changed."""


def seal(
    kind: str, clerk: str, secret: str | bytes, cost: KdfCost, vault: str, key: bytes | bytearray
) -> Slot:
    """A new slot for a secret, holding the database key of the vault."""
    salt = os.urandom(_SALT_BYTES)
    public = _key_pair(secret, salt, cost).public_key().public_bytes_raw()
    return wrap(kind, clerk, cost, salt, public, vault, key)


def wrap(
    kind: str,
    clerk: str,
    cost: KdfCost,
    salt: bytes,
    public: bytes,
    vault: str,
    key: bytes | bytearray,
) -> Slot:
    """A slot for the holder of a public half, whose secret need not be known."""
    passing = X25519PrivateKey.generate()
    ephemeral = passing.public_key().public_bytes_raw()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public))
    nonce = os.urandom(_NONCE_BYTES)
    context = _context(kind, clerk, cost, salt, vault)
    box = ChaCha20Poly1305(_wrapping_key(shared, ephemeral, public))
    return Slot(kind, clerk, cost, salt, public, ephemeral, nonce, box.encrypt(nonce, key, context))


def unseal(slot: Slot, secret: str | bytes, vault: str) -> bytes:
    """The database key. Raises WrongSecret, DamagedSlot, or RenkeiError for absurd parameters."""
    slot.cost.refuse_absurd()
    if len(slot.salt) != _SALT_BYTES:
        raise DamagedSlot
    pair = _key_pair(secret, slot.salt, slot.cost)
    if pair.public_key().public_bytes_raw() != slot.public:
        raise WrongSecret
    try:
        shared = pair.exchange(X25519PublicKey.from_public_bytes(slot.ephemeral))
        box = ChaCha20Poly1305(_wrapping_key(shared, slot.ephemeral, slot.public))
        context = _context(slot.kind, slot.clerk, slot.cost, slot.salt, vault)
        return box.decrypt(slot.nonce, slot.wrapped, context)
    except (InvalidTag, ValueError) as error:
        raise DamagedSlot from error


def _key_pair(secret: str | bytes, salt: bytes, cost: KdfCost) -> X25519PrivateKey:
    # The same password typed in full width or by another input method is the same password.
    if isinstance(secret, str):
        secret = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return X25519PrivateKey.from_private_bytes(kdf.derive(secret))


def _wrapping_key(shared: bytes, ephemeral: bytes, public: bytes) -> bytes:
    kdf = HKDF(SHA256(), KEY_BYTES, salt=ephemeral + public, info=b"renkei slot 1")
    return kdf.derive(shared)


def _context(kind: str, clerk: str, cost: KdfCost, salt: bytes, vault: str) -> bytes:
    numbers = [cost.memory_kib, cost.iterations, cost.lanes]
    return json.dumps([vault, kind, clerk, numbers, salt.hex()], ensure_ascii=False).encode()
