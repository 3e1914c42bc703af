"""What stands beside the plate: the entry, home, find, history and problems."""
