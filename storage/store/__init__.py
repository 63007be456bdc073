"""All SQL of the flow, by table family: each class carries out one Protocol of `digests.ports`."""
