"""One module per snapshot line: generated operations bound to calls, and their answers mapped to the common model.

A module is named like the generated package it binds, and is imported at the first call of a client that speaks it.
"""
