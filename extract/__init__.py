"""Reading: from a file to the facts that it states."""
