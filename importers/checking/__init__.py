"""Whether the reference files hold together: clashes, dead rows, rows unproven by an example; pure."""

from importers.checking.check import problems
from importers.checking.rows import Problem, Row, read

__all__ = ["Problem", "Row", "problems", "read"]
