"""Circuits to distributions: gate matrices, the state-vector kernel, noise and program formats.

Conventions: qubit 0 is the least significant bit of a state's number, rotations of the QIS gates are in radians and
all parameters of native gates in turns. This room imports numpy, and only the worker process imports this room.
"""
