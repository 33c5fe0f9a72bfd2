"""Tests of answers across documents and years."""
