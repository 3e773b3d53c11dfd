"""The grammar of results: typed quantities, and how they meet endpoints, events, arms and subgroups."""
