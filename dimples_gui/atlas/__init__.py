"""The words, as values: what the atlas holds, how it is read, checked and compiled. Knows no Qt."""
