"""aiohttp's errors in our words. The only place that knows their tree; it connects to nothing."""

from __future__ import annotations

import re
import ssl

import aiohttp

from digests.core.models import Failure, FetchFailed
from digests.sources.guard import PrivateAddressError

_MAX_WORDS = 80  # of a message that may quote the server; what stands before its first colon says what went wrong


def explain(error: aiohttp.ClientError | OSError, host: str) -> FetchFailed:
    """Give the failure a moderator can act on."""
    reason, detail = _classify(error, host)
    return FetchFailed(reason=reason, detail=detail)


def _classify(error: aiohttp.ClientError | OSError, host: str) -> tuple[Failure, str]:  # noqa: PLR0911 - a table
    match error:  # narrow before wide: aiohttp's timeouts are TimeoutError too, and its tree has several parents
        case TimeoutError():
            return Failure.TIMEOUT, f"{host} did not answer in time"
        case aiohttp.ClientConnectorDNSError():
            return Failure.UNKNOWN_HOST, f"{host} has no address"
        case aiohttp.ClientConnectorCertificateError():
            return Failure.CERTIFICATE, f"{host}: {_distrust(error.certificate_error)}"
        case aiohttp.ClientSSLError():
            return Failure.CERTIFICATE, f"no secure connection with {host}"
        case aiohttp.ClientConnectorError(os_error=PrivateAddressError() as refused):
            return Failure.PRIVATE_ADDRESS, f"{host} has a {refused.why} address"
        case aiohttp.ClientPayloadError():
            return Failure.BROKEN, f"the answer of {host} is cut short"
        case aiohttp.ClientResponseError():
            return Failure.BROKEN, f"the answer of {host} is malformed: {_gist(error)}"
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return Failure.BAD_ADDRESS, f"{host} is no web address"
        case aiohttp.ServerDisconnectedError():
            return Failure.CONNECTION, f"{host} closed the connection without an answer"
        case _:
            return Failure.CONNECTION, f"no connection with {host}"


def _distrust(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError) and error.verify_message:
        return error.verify_message.lower()
    return "its certificate cannot be trusted"


def _gist(error: aiohttp.ClientResponseError) -> str:
    return re.split(r"[:\n]", error.message, maxsplit=1)[0].strip().lower()[:_MAX_WORDS]
