"""The page at ``/``: what the emulator has and does, for people."""
