"""Make MediaPipe's model files from the network weights that npm carries.

A model file (`.task`) is a zip, stored and not compressed, of two networks: one finds the person,
one places the landmarks. The npm package has both as plain TFLite files (the detector under the
name `pose_solution_packed_assets.data`), but MediaPipe Tasks refuses a network that does not say
how its input picture is scaled. That saying is the TFLite metadata, and it is added here.

How, without touching a weight: a TFLite file is a flatbuffer. Its root table holds offsets, counted
forward from where each stands, so a new root may stand *in front of* the untouched old file and
point into it. `_Front` is that new root: it lists the old buffers plus one that holds the metadata.

The same weights give the same bytes, and `weights.toml` holds the hash of each.

    python -m tools.make_task node_modules/@mediapipe/pose OUT
"""

import hashlib
import struct
import sys
import tomllib
import zipfile
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

import flatbuffers

DETECTOR = "pose_solution_packed_assets.data"
SIZES = ("lite", "full")
TABLE = Path(__file__).with_name("weights.toml")
METADATA_NAME = b"TFLITE_METADATA"  # the reader looks the buffer up by this name
ALIGNMENT = 64  # the old file was laid out for this; the front must keep it


class WeightsError(Exception):
    """The weights are not the ones we know."""


@dataclass(frozen=True)
class Scaling:
    """How a picture's bytes become the network's numbers: (byte - mean) / deviation."""

    mean: float
    deviation: float


DETECTOR_SCALING = Scaling(127.5, 127.5)  # -1 to 1
LANDMARK_SCALING = Scaling(0.0, 255.0)  # 0 to 1


def metadata(scaling: Scaling) -> bytes:
    """Build a ModelMetadata table (schema M001): one RGB picture in, scaled like this."""
    builder = flatbuffers.Builder(512)

    def table(*fields: tuple[int, str, int]) -> int:
        builder.StartObject(max(slot for slot, _, _ in fields) + 1)
        for slot, kind, value in fields:
            getattr(builder, f"Prepend{kind}Slot")(slot, value, 0)
        return int(builder.EndObject())

    def numbers(value: float) -> int:
        builder.StartVector(4, 1, 4)
        builder.PrependFloat32(value)
        return int(builder.EndVector())

    def one(offset: int) -> int:
        builder.StartVector(4, 1, 4)
        builder.PrependUOffsetTRelative(offset)
        return int(builder.EndVector())

    name, version = builder.CreateString("BlazePose"), builder.CreateString("1.0.0")
    picture = builder.CreateString("image")
    mean, deviation = numbers(scaling.mean), numbers(scaling.deviation)
    normalization = table((0, "UOffsetTRelative", mean), (1, "UOffsetTRelative", deviation))
    unit = table((0, "Uint8", 1), (1, "UOffsetTRelative", normalization))
    units = one(unit)
    rgb = table((0, "Int8", 1))
    content = table((0, "Uint8", 2), (1, "UOffsetTRelative", rgb))
    tensor = table(
        (0, "UOffsetTRelative", picture),
        (3, "UOffsetTRelative", content),
        (4, "UOffsetTRelative", units),
    )
    subgraph = table((2, "UOffsetTRelative", one(tensor)))
    root = table(
        (0, "UOffsetTRelative", name),
        (3, "UOffsetTRelative", one(subgraph)),
        (7, "UOffsetTRelative", version),
    )
    builder.Finish(root, b"M001")
    return bytes(builder.Output())


@dataclass(frozen=True)
class _Model:
    """The root table of a TFLite file, read only as far as its offsets."""

    data: bytes

    def _u32(self, at: int) -> int:
        return int(struct.unpack_from("<I", self.data, at)[0])

    def _slot(self, number: int) -> int | None:
        """Where the field stands in the root table; None if the file leaves it out."""
        root = self._u32(0)
        layout = root - struct.unpack_from("<i", self.data, root)[0]
        (size,) = struct.unpack_from("<H", self.data, layout)
        if 4 + 2 * number >= size:
            return None
        (offset,) = struct.unpack_from("<H", self.data, layout + 4 + 2 * number)
        return root + offset if offset else None

    def version(self) -> int:
        slot = self._slot(0)
        return self._u32(slot) if slot is not None else 0

    def target(self, number: int) -> int | None:
        slot = self._slot(number)
        return slot + self._u32(slot) if slot is not None else None

    def targets(self, number: int) -> list[int]:
        start = self.target(number)
        if start is None:
            return []
        places = range(start + 4, start + 4 + 4 * self._u32(start), 4)
        return [place + self._u32(place) for place in places]


@dataclass
class _Front:
    """Bytes written in front of an old file, with pointers on and into the old file."""

    out: bytearray = field(default_factory=bytearray)
    into_old: list[tuple[int, int]] = field(default_factory=list)

    def pad(self, alignment: int, short_by: int = 0) -> None:
        self.out.extend(bytes((-(len(self.out) + short_by)) % alignment))

    def put(self, form: str, *values: int) -> int:
        at = len(self.out)
        self.out.extend(struct.pack("<" + form, *values))
        return at

    def point(self, at: int, target: int | None = None) -> None:
        """Let the offset at `at` point to a place, or else to what is written next."""
        struct.pack_into("<I", self.out, at, (len(self.out) if target is None else target) - at)

    def table(self, fields: int, absent: Set[int] = frozenset()) -> tuple[int, list[int]]:
        """Write a table of four-byte fields; return where it stands and where each field does."""
        places = [0 if number in absent else 4 + 4 * number for number in range(fields)]
        layout = self.put(f"{2 + fields}H", 4 + 2 * fields, 4 + 4 * fields, *places)
        self.pad(4)
        at = self.put("i", len(self.out) - layout)
        return at, [self.put("I", 0) for _ in range(fields)]

    def vector(self, old: list[int]) -> int:
        """Write a vector of the old targets and one new; return where the new offset stands."""
        self.put("I", len(old) + 1)
        self.into_old.extend((self.put("I", 0), target) for target in old)
        return self.put("I", 0)

    def before(self, old: bytes) -> bytes:
        self.pad(ALIGNMENT)
        for at, target in self.into_old:
            struct.pack_into("<I", self.out, at, len(self.out) + target - at)
        return bytes(self.out) + old


def graft(old: bytes, added: bytes) -> bytes:
    """Return the TFLite file with one more buffer, named as its metadata."""
    model, front = _Model(old), _Front()
    front.put("I", 0)
    front.out.extend(b"TFL3")
    # Fields of the Model table: version, operator codes, subgraphs, description, buffers,
    # metadata buffer, metadata, signatures. The version is a number, the rest are offsets.
    kept = {number: target for number in (1, 2, 3, 5, 7) if (target := model.target(number))}
    root, slots = front.table(8, absent={1, 2, 3, 5, 7} - set(kept))
    front.point(0, root)
    struct.pack_into("<I", front.out, slots[0], model.version())
    front.into_old.extend((slots[number], target) for number, target in kept.items())
    buffers = model.targets(4)
    front.point(slots[4])
    new_buffer = front.vector(buffers)
    front.point(slots[6])
    new_entry = front.vector(model.targets(6))
    _write_entry(front, new_entry, number=len(buffers))
    _write_buffer(front, new_buffer, added)
    return front.before(old)


def _write_entry(front: _Front, pointer: int, number: int) -> None:
    """Write a Metadata table: a name, and which buffer it names."""
    at, (name, buffer) = front.table(2)
    front.point(pointer, at)
    struct.pack_into("<I", front.out, buffer, number)
    front.point(name)
    front.put("I", len(METADATA_NAME))
    front.out.extend(METADATA_NAME + b"\0")
    front.pad(4)


def _write_buffer(front: _Front, pointer: int, data: bytes) -> None:
    """Write a Buffer table whose only field is the bytes, aligned to 16 as the schema asks."""
    at, (content,) = front.table(1)
    front.point(pointer, at)
    front.pad(16, short_by=4)
    front.point(content)
    front.put("I", len(data))
    front.out.extend(data)


def write_task(path: Path, networks: Mapping[str, bytes]) -> None:
    """Write a stored zip whose members start at aligned places, dated at the zip format's zero."""
    with path.open("wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in networks.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            header = 30 + len(name)  # a zip's local header before its extra field
            gap = -(file.tell() + header + 4) % ALIGNMENT
            entry.extra = struct.pack("<HH", 0xFFFF, gap) + bytes(gap)
            archive.writestr(entry, data)


def sha256(path: Path) -> str:
    """Hash a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_unknown(path: Path, known: Mapping[str, str]) -> None:
    found = sha256(path)
    if found != known.get(path.name):
        raise WeightsError(
            f"{path}: SHA-256 is {found}, {TABLE.name} says {known.get(path.name, 'nothing')}; "
            "look at what changed before writing the new hash there."
        )


def make(package: Path, out: Path) -> list[Path]:
    """Make every model file of `SIZES` from the npm package's folder, checking both ends."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    _refuse_unknown(package / DETECTOR, table["weights"])
    detector = graft((package / DETECTOR).read_bytes(), metadata(DETECTOR_SCALING))
    made = []
    for size in SIZES:
        weights = package / f"pose_landmark_{size}.tflite"
        _refuse_unknown(weights, table["weights"])
        landmarks = graft(weights.read_bytes(), metadata(LANDMARK_SCALING))
        task = out / f"pose_landmarker_{size}.task"
        networks = {"pose_detector.tflite": detector, "pose_landmarks_detector.tflite": landmarks}
        write_task(task, networks)
        _refuse_unknown(task, table["models"])
        made.append(task)
    return made


if __name__ == "__main__":
    for model in make(Path(sys.argv[1]), Path(sys.argv[2])):
        print(model, sha256(model))
