"""The picture: what is painted of the body, what can be pointed at on it, and the widgets that show it."""
