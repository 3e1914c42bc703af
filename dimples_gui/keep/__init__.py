"""What the reader keeps: bookmarks and notes."""
