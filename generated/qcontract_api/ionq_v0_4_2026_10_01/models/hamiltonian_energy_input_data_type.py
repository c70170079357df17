from ..types import OpenStrEnum


class HamiltonianEnergyInputDataType(OpenStrEnum):
    HAMILTONIAN_ENERGY = "hamiltonian-energy"
