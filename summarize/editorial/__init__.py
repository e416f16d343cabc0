"""Briefs that stand beside their articles -> findings, refreshed files: what editorial pipelines call."""
