"""The word cloud: sizes, free space, placement, and the cloud as a picture."""
