"""Tells whether a screen shows what a picture shows: alike.py SCREEN.png PICTURE.png; 1 if too much of it differs.

Letters are drawn a little differently with and without a screen, and a first start says hello; another page, a plate
without its picture, or missing icons are a lot more than that.
"""

import sys

from PySide6.QtGui import QImage

FAINT = 24  # levels of 255 that nobody sees
MOST = 0.06  # of all pixels that may differ


def share_that_differs(one: QImage, other: QImage) -> float:
    """The share of pixels that look different; all of them where the sizes are not the same."""
    if one.isNull() or one.size() != other.size():
        return 1.0
    grey = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (one, other)]
    first, second = (bytes(image.constBits()) for image in grey)  # they are gone with their images
    return sum(abs(a - b) > FAINT for a, b in zip(first, second, strict=True)) / len(first)


def main(screen: str, picture: str) -> int:
    """Print the share and judge it."""
    share = share_that_differs(QImage(screen), QImage(picture))
    print(f"{share:.1%} of the screen differs from the picture")
    return 1 if share > MOST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
