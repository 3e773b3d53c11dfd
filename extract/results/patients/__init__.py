"""Which of the patients a figure is of: parts, subgroups, kinds of patients set against each other."""
