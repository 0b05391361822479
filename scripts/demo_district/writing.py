"""Writes the sample's files: columns, labels and encodings."""

import csv
import io
from datetime import date


def cell(value):
    return value.isoformat() if isinstance(value, date) else str(value)


def write(path, header, rows, encoding="utf-8"):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return len(rows)


def yuan(fen):
    """An amount in yuan, with its fen where it has any."""
    sign, rest = ("-" if fen < 0 else ""), abs(fen)
    return f"{sign}{rest // 100}.{rest % 100:02}" if rest % 100 else f"{sign}{rest // 100}"
