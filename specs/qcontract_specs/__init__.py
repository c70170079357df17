"""The vendored contracts: data only. Read them through ``qcontract.contract``."""
