"""Whether another program listens where a preview is to be served."""

from __future__ import annotations

import errno
import socket


def is_taken(host: str, port: int) -> bool:
    """Whether another program has this address; False where that cannot be found out."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            # As servers do, so that one that has just ended is not in the way.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        return error.errno == errno.EADDRINUSE
    return False
