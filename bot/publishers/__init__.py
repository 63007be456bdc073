"""The platforms digests are posted to, a file each, behind the port `Publisher`."""
