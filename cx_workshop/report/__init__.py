"""Tell afterwards: one Report of a workshop, rendered in the format that the reader uses."""
