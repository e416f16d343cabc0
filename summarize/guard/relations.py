from __future__ import annotations
def verify_together(text, reading): return ()
