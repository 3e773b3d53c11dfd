"""The faces of trialgraph: the command line."""
