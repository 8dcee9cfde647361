"""Statements and facts in, bytes out, and back: msgspec makes the objects themselves of arrays in MessagePack."""

from typing import Any, Final

import msgspec

from kg.assemble import Said, Stated
from kg.model import Fact

encode: Final = msgspec.msgpack.Encoder().encode
decode: Final = msgspec.msgpack.Decoder[Any]().decode
said_in: Final = msgspec.msgpack.Decoder(list[Said]).decode
facts_in: Final = msgspec.msgpack.Decoder(list[Fact]).decode
stated_in: Final = msgspec.msgpack.Decoder(list[Stated]).decode  # of packed facts: their evidence is passed over
