"""Which arm each figure of a cluster is of."""
