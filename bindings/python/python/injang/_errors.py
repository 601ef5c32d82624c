"""The exceptions of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._injang import Report

__all__ = [
    "ArgumentError",
    "BatchError",
    "InjangError",
    "InspectionError",
    "MaterialError",
    "VerificationError",
]


class InjangError(Exception):
    """Every exception that this package raises of its own."""

    __module__ = "injang"


class ArgumentError(InjangError, ValueError):
    """An argument whose value can't be used; the text names it first."""

    __module__ = "injang"


class MaterialError(ArgumentError):
    """Certificates, CRLs or OCSP responses that can't be read."""

    __module__ = "injang"


class InspectionError(InjangError, ValueError):
    """Octets in which nothing is found that is known."""

    __module__ = "injang"


class BatchError(InjangError, ValueError):
    """A table that can't be judged: a column is missing or of another type."""

    __module__ = "injang"


class VerificationError(InjangError):
    """A document that is not accepted. ``report`` says why."""

    __module__ = "injang"

    report: Report
    """The report on the document."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return self.report.to_brief().split("\n", 1)[0]

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.report,))
