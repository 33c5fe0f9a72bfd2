"""policy-kg: a knowledge graph of policy statements, each with its span, status, polarity, speaker and actor."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
