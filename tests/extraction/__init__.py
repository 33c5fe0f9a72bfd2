"""Tests of kg.extraction."""
