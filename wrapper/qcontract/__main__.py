"""``python -m qcontract``."""

from qcontract.cli import main

if __name__ == "__main__":
    main()
