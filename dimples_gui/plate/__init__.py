"""The picture: drawing, hotspots, labels and the widget that shows them."""
